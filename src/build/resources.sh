#!/bin/sh
# Mirrors what the program and the tests read from their class path: resources.sh <target folder>
#
# cp and not Maven, because Maven's Java 17 cannot see a Chinese file name when the locale is POSIX: it leaves the file
# out without a word. cp hands names on byte for byte.
set -eu

classes=$1/classes
tests=$1/test-classes

rm -rf "$classes/web" "$classes/schema"
mkdir -p "$classes/web" "$tests"
cp -Rp schema "$classes/schema"
cp -Rp web/. "$classes/web"
rm -rf "$classes/web/test"
mkdir -p "$classes/web/lib"
cp -Rp "$1/webjars/echarts" "$classes/web/lib"
if [ -d src/test/resources ]; then
  cp -Rp src/test/resources/. "$tests"
fi

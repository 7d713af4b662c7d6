/// The append-only record (台账) of reports and figures; the only place with jOOQ and SQL.
///
/// Start with [plumbline.ledger.Ledger]: what can be read, always as of a [plumbline.Vintage], and how an import is
/// recorded. One file is one import, one transaction and one seal ([plumbline.ledger.Recording]); readers never see
/// half of it. The schema with its reasons is `schema/sqlite`;
/// `schema/postgresql` says the same.
@NullMarked
package plumbline.ledger;

import org.jspecify.annotations.NullMarked;

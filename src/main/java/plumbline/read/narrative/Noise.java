package plumbline.read.narrative;

import java.util.BitSet;

/// What websites add to a report: `##…##` marks, advertising in brackets, sentences that advertise.
final class Noise {
    private static final String EDGES = "。!?\n【】";

    private Noise() {}

    static BitSet in(String text, Lexicon lexicon, Steps steps) {
        BitSet noise = new BitSet();
        marks(text, noise);
        int done = 0;
        for (Words.Hit<Boolean> advert : lexicon.adverts().in(text, steps)) {
            if (advert.start() >= done) {
                int start = advert.start();
                while (start > done && EDGES.indexOf(text.charAt(start - 1)) < 0) {
                    start--;
                }
                int end = advert.end();
                while (end < text.length() && EDGES.indexOf(text.charAt(end)) < 0) {
                    end++;
                }
                noise.set(start, end);
                steps.add(end - start);
                done = end;
            }
        }
        return noise;
    }

    /// `##paidbegin##` and its like: letters between double hashes.
    private static void marks(String text, BitSet noise) {
        int open = text.indexOf("##");
        while (open >= 0) {
            int end = open + 2;
            while (end < text.length() && Character.isLetter(text.charAt(end)) && text.charAt(end) < 128) {
                end++;
            }
            if (end > open + 2 && text.startsWith("##", end)) {
                noise.set(open, end + 2);
                end += 2;
            }
            open = text.indexOf("##", end);
        }
    }
}

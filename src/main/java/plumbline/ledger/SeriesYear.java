package plumbline.ledger;

/// A series and year in the numbers of the tables, packed into one number; sorted, they are in the order of the key of
/// `series_year`.
final class SeriesYear {
    private static final int YEAR_BITS = 14;
    private static final int SCOPE_BITS = 1;
    private static final int CATEGORY_BITS = 14;
    private static final int DEPARTMENT_BITS = 22;
    private static final int METRIC_BITS = 12;

    private static final int SCOPE_AT = YEAR_BITS;
    private static final int CATEGORY_AT = SCOPE_AT + SCOPE_BITS;
    private static final int DEPARTMENT_AT = CATEGORY_AT + CATEGORY_BITS;
    private static final int METRIC_AT = DEPARTMENT_AT + DEPARTMENT_BITS;

    private SeriesYear() {}

    /// @throws LedgerException if the ledger has more metrics, departments or categories than can be told apart
    static long pack(long metric, long department, long category, long scope, long year) {
        if (metric >>> METRIC_BITS != 0 || department >>> DEPARTMENT_BITS != 0 || category >>> CATEGORY_BITS != 0) {
            throw new LedgerException(
                    "too many for one ledger: metric %d of at most %d, department %d of %d, category %d of %d"
                            .formatted(
                                    metric,
                                    mask(METRIC_BITS),
                                    department,
                                    mask(DEPARTMENT_BITS),
                                    category,
                                    mask(CATEGORY_BITS)));
        }
        return metric << METRIC_AT | department << DEPARTMENT_AT | category << CATEGORY_AT | scope << SCOPE_AT | year;
    }

    static long metric(long packed) {
        return packed >>> METRIC_AT;
    }

    static long department(long packed) {
        return packed >>> DEPARTMENT_AT & mask(DEPARTMENT_BITS);
    }

    static long category(long packed) {
        return packed >>> CATEGORY_AT & mask(CATEGORY_BITS);
    }

    static long scope(long packed) {
        return packed >>> SCOPE_AT & mask(SCOPE_BITS);
    }

    static int year(long packed) {
        return (int) (packed & mask(YEAR_BITS));
    }

    private static long mask(int bits) {
        return (1L << bits) - 1;
    }
}

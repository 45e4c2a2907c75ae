//! Figures beside their budgets.

/// What a figure may not reach.
pub(crate) struct Budget {
    limit: Option<f64>,
    unit: &'static str,
}

impl Budget {
    /// A figure that must stay below `limit`.
    pub(crate) fn below(limit: f64, unit: &'static str) -> Self {
        Self { limit: Some(limit), unit }
    }

    /// A figure for information.
    pub(crate) fn none(unit: &'static str) -> Self {
        Self { limit: None, unit }
    }

    fn holds(&self, measured: f64) -> bool {
        self.limit.is_none_or(|limit| measured < limit)
    }
}

/// The table that is printed at the end.
#[derive(Default)]
pub(crate) struct Table {
    rows: Vec<Row>,
}

struct Row {
    what: String,
    measured: f64,
    budget: Budget,
}

impl Table {
    pub(crate) fn add(&mut self, what: impl Into<String>, measured: f64, budget: Budget) {
        self.rows.push(Row { what: what.into(), measured, budget });
    }

    pub(crate) fn is_within_budgets(&self) -> bool {
        self.rows.iter().all(|row| row.budget.holds(row.measured))
    }

    /// The heading and a line a figure, in columns.
    pub(crate) fn lines(&self) -> Vec<String> {
        let width = self.rows.iter().map(|row| row.what.chars().count()).max().unwrap_or_default();
        let heading = format!("{:width$}  {:>12}  {:>10}", "what", "measured", "budget");
        std::iter::once(heading).chain(self.rows.iter().map(|row| row.line(width))).collect()
    }
}

impl Row {
    fn line(&self, width: usize) -> String {
        let Budget { limit, unit } = &self.budget;
        let measured = format!("{:.2} {unit}", self.measured);
        let budget = limit.map(|limit| format!("< {limit} {unit}")).unwrap_or_default();
        let verdict = match limit {
            None => "",
            Some(_) if self.budget.holds(self.measured) => "ok",
            Some(_) => "over",
        };
        format!("{:width$}  {measured:>12}  {budget:>10}  {verdict}", self.what).trim_end().to_owned()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_figure_over_its_budget_makes_the_bench_fail_and_is_named() {
        let mut table = Table::default();
        table.add("start", 0.31, Budget::below(0.5, "s"));
        table.add("median", 900.0, Budget::none("ms"));
        assert!(table.is_within_budgets());
        table.add("memory", 150.0, Budget::below(150.0, "MB"));
        assert!(!table.is_within_budgets());
        let lines = table.lines();
        assert!(lines[1].ends_with("< 0.5 s  ok"), "{}", lines[1]);
        assert!(lines[3].ends_with("150.00 MB    < 150 MB  over"), "{}", lines[3]);
    }
}

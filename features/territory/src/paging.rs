//! Pages of a list that is in memory, by the code of the last row of the page before.

use kit_base::Territory;
use kit_base::limits::PAGE_ROWS;
use kit_i18n::Translator;
use kit_ui::Pagination;

/// A page of a list of territories, and its neighbours.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Rows<'a> {
    /// At most [`PAGE_ROWS`].
    pub(crate) shown: &'a [Territory],
    /// What to ask for to see the page before: the row it comes after, or nothing for the first page.
    before: Option<Option<Territory>>,
    /// What to ask for to see the page after.
    after: Option<Territory>,
}

impl<'a> Rows<'a> {
    /// The rows that come after the one with this code; the first ones where there is none.
    pub(crate) fn after(all: &'a [Territory], code: &str) -> Self {
        let rows_max = usize::try_from(PAGE_ROWS).unwrap_or(usize::MAX);
        let row_before = (!code.is_empty()).then(|| all.iter().position(|place| place.code() == code)).flatten();
        let start = row_before.map_or(0, |position| position + 1);
        let rest = all.get(start..).unwrap_or_default();
        let shown = rest.get(..rows_max).unwrap_or(rest);
        let last_of_the_page_before = start.checked_sub(rows_max + 1).and_then(|position| all.get(position)).copied();
        Self {
            shown,
            before: (start > 0).then_some(last_of_the_page_before),
            after: shown.last().copied().filter(|_| rest.len() > shown.len()),
        }
    }

    /// Links to the neighbours; `address` makes the address of the page after a code, empty for the first one.
    pub(crate) fn pagination(&self, t: &Translator, address: impl Fn(&str) -> String) -> Pagination {
        let before = self.before.map(|row| row.map_or_else(|| address(""), |row| address(row.code())));
        Pagination::new(t, before, self.after.map(|row| address(row.code())))
    }
}

#[cfg(test)]
mod tests {
    use kit_base::TerritoryKind;
    use proptest::prelude::*;

    use super::*;

    fn communes(count: usize) -> Vec<Territory> {
        (0..count).map(|number| Territory::new(TerritoryKind::Commune, &format!("{number:05}")).unwrap()).collect()
    }

    proptest! {
        #[test]
        fn going_forward_shows_every_row_once_and_going_back_the_same_pages(count in 0_usize..120) {
            let all = communes(count);
            let (mut seen, mut starts, mut code) = (Vec::new(), Vec::new(), String::new());
            loop {
                let rows = Rows::after(&all, &code);
                seen.extend_from_slice(rows.shown);
                let expected_before = starts.last().cloned();
                let before = rows.before.map(|row| row.map_or_else(String::new, |row| row.code().to_owned()));
                prop_assert_eq!(before, expected_before);
                starts.push(code);
                let Some(last) = rows.after else { break };
                code = last.code().to_owned();
            }
            prop_assert_eq!(seen, all);
        }
    }

    #[test]
    fn an_unknown_code_gives_the_first_page() {
        let all = communes(30);
        assert_eq!(Rows::after(&all, "nulle-part"), Rows::after(&all, ""));
        assert_eq!(Rows::after(&all, "").shown.len(), 25);
    }
}

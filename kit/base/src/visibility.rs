//! Who may know that a record exists.

crate::codes! {
    /// Visibility of a record or a field, from the most open.
    pub enum Visibility {
        /// Everybody.
        Public = "public",
        /// People who are signed in.
        Registered = "registered",
        /// People who hold a role on its territory or its organisation.
        Invited = "invited",
        /// The same people, and it is absent from lists, counts, search and journal listings.
        Discreet = "discreet",
    }
}

//! Formulas as a graph of operations on rows of bits, each distinct one once.

use std::collections::HashMap;

use super::classes::Class;
use super::{NOBODY, Row};

/// Everybody.
const EVERYBODY: Row = [u64::MAX; super::WORDS];

/// The place of a node: those it needs stand before it.
pub(super) type NodeId = usize;

/// An operation on rows.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
enum Node {
    /// The persons in these classes of a quantity.
    InClasses(usize, Vec<Class>),
    All(Vec<NodeId>),
    Any(Vec<NodeId>),
    Not(NodeId),
    AtLeast(usize, Vec<NodeId>),
}

/// The nodes, in an order in which they can be worked out.
#[derive(Debug, Default)]
pub(super) struct Graph {
    nodes: Vec<Node>,
    known: HashMap<Node, NodeId>,
}

impl Graph {
    /// How many nodes.
    pub const fn len(&self) -> usize {
        self.nodes.len()
    }

    /// The persons in these of the `count` classes of a quantity.
    pub fn in_classes(&mut self, quantity: usize, classes: Vec<Class>, count: usize) -> NodeId {
        if classes.is_empty() {
            return self.never();
        }
        if classes.len() == count {
            return self.always();
        }
        self.intern(Node::InClasses(quantity, classes))
    }

    /// Everybody: all of nothing.
    pub fn always(&mut self) -> NodeId {
        self.intern(Node::All(Vec::new()))
    }

    /// Nobody: any of nothing.
    pub fn never(&mut self) -> NodeId {
        self.intern(Node::Any(Vec::new()))
    }

    pub fn all(&mut self, parts: Vec<NodeId>) -> NodeId {
        let (always, never) = (self.always(), self.never());
        let parts = in_order(parts, always);
        match parts.as_slice() {
            [only] => *only,
            parts if parts.contains(&never) => never,
            _ => self.intern(Node::All(parts)),
        }
    }

    pub fn any(&mut self, parts: Vec<NodeId>) -> NodeId {
        let (always, never) = (self.always(), self.never());
        let parts = in_order(parts, never);
        match parts.as_slice() {
            [only] => *only,
            parts if parts.contains(&always) => always,
            _ => self.intern(Node::Any(parts)),
        }
    }

    pub fn not(&mut self, part: NodeId) -> NodeId {
        match self.nodes.get(part) {
            Some(Node::Not(inner)) => *inner,
            Some(Node::All(parts)) if parts.is_empty() => self.never(),
            Some(Node::Any(parts)) if parts.is_empty() => self.always(),
            _ => self.intern(Node::Not(part)),
        }
    }

    pub fn at_least(&mut self, count: usize, parts: Vec<NodeId>) -> NodeId {
        match count {
            0 => self.always(),
            1 => self.any(parts),
            _ => self.intern(Node::AtLeast(count, parts)),
        }
    }

    fn intern(&mut self, node: Node) -> NodeId {
        if let Some(id) = self.known.get(&node) {
            return *id;
        }
        let id = self.nodes.len();
        self.nodes.push(node.clone());
        self.known.insert(node, id);
        id
    }

    /// Works out every row. `classes` gives the rows of a quantity's classes.
    pub fn work_out<'r>(&self, rows: &mut [Row], classes: impl Fn(usize) -> &'r [Row]) {
        for (place, node) in self.nodes.iter().enumerate() {
            let (done, rest) = rows.split_at_mut(place.min(rows.len()));
            let Some(row) = rest.first_mut() else { return };
            match node {
                Node::InClasses(quantity, members) => {
                    let rows = classes(*quantity);
                    *row = NOBODY;
                    for class in members {
                        rows.get(*class as usize).into_iter().for_each(|class| or(row, class));
                    }
                }
                Node::All(parts) => {
                    *row = EVERYBODY;
                    parts.iter().filter_map(|part| done.get(*part)).for_each(|part| and(row, part));
                }
                Node::Any(parts) => {
                    *row = NOBODY;
                    parts.iter().filter_map(|part| done.get(*part)).for_each(|part| or(row, part));
                }
                Node::Not(part) => {
                    *row = done.get(*part).map_or(NOBODY, |part| part.map(|word| !word));
                }
                Node::AtLeast(count, parts) => {
                    *row = at_least(*count, parts.iter().filter_map(|part| done.get(*part)));
                }
            }
        }
    }
}

/// Each part once, in order, without the one that changes nothing.
fn in_order(mut parts: Vec<NodeId>, neutral: NodeId) -> Vec<NodeId> {
    parts.retain(|part| *part != neutral);
    parts.sort_unstable();
    parts.dedup();
    parts
}

fn and(row: &mut Row, other: &Row) {
    for (word, other) in row.iter_mut().zip(other) {
        *word &= other;
    }
}

fn or(row: &mut Row, other: &Row) {
    for (word, other) in row.iter_mut().zip(other) {
        *word |= other;
    }
}

/// Who is in `count` rows or more: the n-th of the rows kept says who is in n+1 of those seen.
fn at_least<'r>(count: usize, parts: impl Iterator<Item = &'r Row>) -> Row {
    let mut in_so_many = vec![NOBODY; count];
    for part in parts {
        let mut reaching = *part;
        for level in &mut in_so_many {
            let beyond: Row = std::array::from_fn(|word| match (level.get(word), reaching.get(word)) {
                (Some(level), Some(reaching)) => level & reaching,
                _ => 0,
            });
            or(level, &reaching);
            reaching = beyond;
        }
    }
    in_so_many.last().copied().unwrap_or(EVERYBODY)
}

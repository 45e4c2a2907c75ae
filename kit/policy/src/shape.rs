//! The shapes a policy may have. A scope is computed from what each role allows by itself: that is the whole truth only
//! while no policy asks for two roles at once, or for the absence of one.

use std::fmt;

use cedar_policy::Policy;
use cedar_policy::pst::{BinaryOp, Clause, Effect, Expr, Var};

use crate::translation::ROLE_SETS;

/// Why the shape of a policy is refused.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum ShapeProblem {
    /// `forbid` or `unless` speaks of roles: a role would take something away.
    RolesTakeAway,
    /// `&&` between two tests of roles: two places would have to meet in one record.
    RolesMeet,
    /// A construction outside the few that policies need.
    NotPlain,
}

impl fmt::Display for ShapeProblem {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::RolesTakeAway => "forbid and unless may not speak of roles",
            Self::RolesMeet => "two tests of roles may be joined by || only",
            Self::NotPlain => {
                "a policy is made of `principal in resource.<role set>`, comparisons of plain attributes, `action in`, \
                 &&, ||, ! and literals"
            }
        })
    }
}

/// Checks the shape of one policy.
pub(crate) fn check(policy: &Policy) -> Result<(), ShapeProblem> {
    let tree = policy.to_pst().or(Err(ShapeProblem::NotPlain))?;
    let body = tree.body();
    let mut tests_of_roles = 0_usize;
    for clause in body.clauses() {
        let (expression, takes_away) = match clause {
            Clause::When(expression) => (expression, body.effect == Effect::Forbid),
            Clause::Unless(expression) => (expression, true),
        };
        if tests_roles(expression)? {
            tests_of_roles += 1;
            if takes_away {
                return Err(ShapeProblem::RolesTakeAway);
            }
        }
    }
    if tests_of_roles > 1 { Err(ShapeProblem::RolesMeet) } else { Ok(()) }
}

/// Whether the expression tests roles; an error when it does so otherwise than by `principal in resource.<role set>`, or
/// combines such tests otherwise than by `||`.
fn tests_roles(expression: &Expr) -> Result<bool, ShapeProblem> {
    match expression {
        Expr::BinaryOp { op: BinaryOp::And, left, right } => match (tests_roles(left)?, tests_roles(right)?) {
            (true, true) => Err(ShapeProblem::RolesMeet),
            (left, right) => Ok(left || right),
        },
        Expr::BinaryOp { op: BinaryOp::Or, left, right } => Ok(tests_roles(left)? | tests_roles(right)?),
        Expr::BinaryOp { op: BinaryOp::In, left, right } if is_principal(left) && is_role_set(right) => Ok(true),
        Expr::BinaryOp { left, right, .. } => {
            plain(left)?;
            plain(right)?;
            Ok(false)
        }
        other => plain(other).map(|()| false),
    }
}

fn is_principal(expression: &Expr) -> bool {
    matches!(expression, Expr::Var(Var::Principal))
}

fn is_role_set(expression: &Expr) -> bool {
    matches!(expression, Expr::GetAttr { attr, .. } if ROLE_SETS.contains(&attr.as_str()))
}

/// An expression without roles, built of the few constructions that policies need.
fn plain(expression: &Expr) -> Result<(), ShapeProblem> {
    match expression {
        Expr::Literal(_) | Expr::Var(_) => Ok(()),
        Expr::GetAttr { expr, .. } if !is_role_set(expression) => plain(expr),
        Expr::UnaryOp { expr, .. } => {
            if tests_roles(expr)? {
                Err(ShapeProblem::RolesTakeAway)
            } else {
                Ok(())
            }
        }
        Expr::BinaryOp { .. } => {
            if tests_roles(expression)? {
                Err(ShapeProblem::NotPlain)
            } else {
                Ok(())
            }
        }
        Expr::Is { expr, in_expr: None, .. } => plain(expr),
        Expr::Set(members) => members.iter().try_for_each(|member| plain(member)),
        _ => Err(ShapeProblem::NotPlain),
    }
}

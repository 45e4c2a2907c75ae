-- The indicators that an action means to move.
CREATE TABLE action_indicator (
  action_id {id} NOT NULL REFERENCES action (id),
  indicator_id {id} NOT NULL REFERENCES indicator (id),
  PRIMARY KEY (action_id, indicator_id)
){strict};

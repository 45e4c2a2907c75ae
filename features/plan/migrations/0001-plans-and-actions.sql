CREATE TABLE plan (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  territory TEXT NOT NULL,
  title TEXT NOT NULL,
  first_year {small} NOT NULL,
  last_year {small} NOT NULL,
  is_example {boolean} NOT NULL,
  visibility TEXT NOT NULL
){strict};

CREATE INDEX plan_territory ON plan (territory, first_year);

CREATE TABLE axis (
  id {id} PRIMARY KEY,
  plan_id {id} NOT NULL REFERENCES plan (id),
  number {small} NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (plan_id, number)
){strict};

CREATE TABLE objective (
  id {id} PRIMARY KEY,
  axis_id {id} NOT NULL REFERENCES axis (id),
  number {small} NOT NULL,
  title TEXT NOT NULL,
  UNIQUE (axis_id, number)
){strict};

CREATE TABLE action (
  id {id} PRIMARY KEY,
  version {small} NOT NULL,
  territory TEXT NOT NULL,
  objective_id {id} NOT NULL REFERENCES objective (id),
  title TEXT NOT NULL,
  lead_organisation_id {id},
  -- A commitment becomes one action.
  commitment_id {id} UNIQUE,
  status TEXT NOT NULL,
  status_reason TEXT,
  starts {date},
  ends {date},
  expected_results TEXT,
  visibility TEXT NOT NULL,
  is_example {boolean} NOT NULL,
  created_at {instant} NOT NULL
){strict};

CREATE INDEX action_territory ON action (territory, objective_id);
CREATE INDEX action_objective ON action (objective_id);

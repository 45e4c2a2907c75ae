-- The last entry of the chain. Its one row is locked by every write, last of all, so that entries are numbered without gaps.
CREATE TABLE journal_head (
  id {integer} PRIMARY KEY CHECK (id = 1),
  sequence {integer} NOT NULL,
  mac {bytes} NOT NULL
){strict};

INSERT INTO journal_head (id, sequence, mac) VALUES (1, 0, {empty_bytes});

CREATE TABLE journal_entry (
  sequence {integer} PRIMARY KEY,
  at {instant} NOT NULL,
  actor TEXT NOT NULL,
  role TEXT NOT NULL,
  command TEXT NOT NULL,
  subject_kind TEXT NOT NULL,
  subject_id {id},
  territory TEXT,
  discreet {boolean} NOT NULL,
  -- SHA-256 of the salted values beside the entry.
  values_digest {bytes} NOT NULL,
  -- HMAC-SHA256 of all of the above and of the previous entry's mac.
  mac {bytes} NOT NULL
){strict};

-- What changed, beside the chain, so that it can be erased and the chain still holds.
CREATE TABLE journal_values (
  sequence {integer} PRIMARY KEY REFERENCES journal_entry (sequence),
  salt {bytes} NOT NULL,
  content TEXT NOT NULL
){strict};

-- A form that was carried out: the same form sent again gets the same answer.
CREATE TABLE form_receipt (
  key {id} PRIMARY KEY,
  actor TEXT NOT NULL,
  command TEXT NOT NULL,
  outcome TEXT,
  at {instant} NOT NULL
){strict};

CREATE INDEX form_receipt_at ON form_receipt (at);

-- A mail that leaves, or left: a letter that goes at once, or the envelope of a basket.
CREATE TABLE outbox_letter (
  id {id} PRIMARY KEY,
  -- letter | basket
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  locale TEXT NOT NULL,
  -- The words of a letter; empty once it left (they may carry a signed link). A basket's are in outbox_request.
  content {json},
  -- waiting | sent | failed
  status TEXT NOT NULL,
  created_at {instant} NOT NULL,
  attempts {small} NOT NULL,
  -- Not tried before.
  due_at {instant} NOT NULL,
  -- The worker that holds it, and until when.
  claim {id},
  claimed_until {instant},
  sent_at {instant},
  last_error TEXT
){strict};

CREATE INDEX outbox_letter_due ON outbox_letter (status, due_at);
CREATE INDEX outbox_letter_address ON outbox_letter (address);

-- What waits for an address's next basket: a request, or a piece of news.
CREATE TABLE outbox_request (
  id {id} PRIMARY KEY,
  -- request | notice
  kind TEXT NOT NULL,
  address TEXT NOT NULL,
  locale TEXT NOT NULL,
  -- School holidays' zone of the address; none known when absent.
  zone TEXT,
  about {id} NOT NULL,
  content {json} NOT NULL,
  created_at {instant} NOT NULL,
  -- The outbox_letter it leaves in, once that is decided.
  packed_in {id},
  UNIQUE (address, about, kind)
){strict};

CREATE INDEX outbox_request_about ON outbox_request (about);
CREATE INDEX outbox_request_packed_in ON outbox_request (packed_in);

-- When an address last got a basket. Its row is held while one is packed: no address has two on the way.
CREATE TABLE outbox_basket (
  address TEXT PRIMARY KEY,
  last_sent_at {instant},
  -- The outbox_letter on its way.
  letter_id {id}
){strict};

-- A half-day whose attendance was entered.
CREATE TABLE attendance_sheet (
  half_day_id {id} PRIMARY KEY REFERENCES half_day (id),
  version {small} NOT NULL,
  recorded_at {instant} NOT NULL
){strict};

-- Who was there and who was not, among those expected when it was entered.
CREATE TABLE attendance (
  half_day_id {id} NOT NULL REFERENCES half_day (id),
  seat_id {id} NOT NULL REFERENCES seat (id),
  is_present {boolean} NOT NULL,
  PRIMARY KEY (half_day_id, seat_id)
){strict};

CREATE INDEX attendance_seat ON attendance (seat_id);

-- The staff log is append-only: no code path, and no statement typed by hand, changes or removes a row by mistake.
CREATE FUNCTION refuse_staff_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'staff_log is append-only: % is refused', TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

-- Per statement, so that even an UPDATE that matches no row is refused.
CREATE TRIGGER staff_log_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "staff_log"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_staff_log_change();

-- Fires in sessions that skip ordinary triggers (session_replication_role = replica) as well.
ALTER TABLE "staff_log" ENABLE ALWAYS TRIGGER "staff_log_append_only";

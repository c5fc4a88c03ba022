-- An act's outcome is looked up for each row of the timeline.
DROP INDEX "staff_log_intent_id_idx";
CREATE INDEX "staff_log_intent_id_id_idx" ON "staff_log"("intent_id", "id" DESC) WHERE "kind" = 'outcome';

-- The timeline walks the log by time, of all or of one customer; an act is its intent.
CREATE INDEX "staff_log_environment_at_id_idx" ON "staff_log"("environment", "at", "id") WHERE "kind" <> 'outcome';
CREATE INDEX "staff_log_environment_organization_id_at_id_idx" ON "staff_log"("environment", "organization_id", "at", "id") WHERE "kind" <> 'outcome';

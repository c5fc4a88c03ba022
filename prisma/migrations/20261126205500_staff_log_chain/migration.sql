-- Each row of the staff log is sealed: an HMAC over the row and over the seal before it, with a key that is not in the
-- database. Whoever changes, removes or inserts rows behind Keydesk's back breaks the chain.
CREATE TABLE "staff_log_seal" (
    "environment" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "log_id" BIGINT,
    "note" TEXT,
    "mac" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "staff_log_seal_pkey" PRIMARY KEY ("environment","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_log_seal_log_id_key" ON "staff_log_seal"("log_id");

-- Where the chain begins after old rows were pruned, signed with the same key.
CREATE TABLE "staff_log_checkpoint" (
    "environment" TEXT NOT NULL,
    "seq" BIGINT NOT NULL,
    "mac" TEXT NOT NULL,
    "last_log_id" BIGINT NOT NULL,
    "removed" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "signature" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,

    CONSTRAINT "staff_log_checkpoint_pkey" PRIMARY KEY ("environment","seq")
);

-- Pruning is the one way out, and says so for its own transaction. The setting is no protection by itself (anyone with a
-- connection can set it): what was removed without a signed checkpoint is found by the chain.
CREATE OR REPLACE FUNCTION refuse_staff_log_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF TG_OP = 'DELETE' AND TG_TABLE_NAME <> 'staff_log_checkpoint'
     AND current_setting('keydesk.pruning', true) = 'on' THEN
    RETURN NULL;
  END IF;
  RAISE EXCEPTION '% is append-only: % is refused', TG_TABLE_NAME, TG_OP USING ERRCODE = 'restrict_violation';
END;
$$;

CREATE TRIGGER staff_log_seal_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "staff_log_seal"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_staff_log_change();
ALTER TABLE "staff_log_seal" ENABLE ALWAYS TRIGGER "staff_log_seal_append_only";

CREATE TRIGGER staff_log_checkpoint_append_only
  BEFORE UPDATE OR DELETE OR TRUNCATE ON "staff_log_checkpoint"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_staff_log_change();
ALTER TABLE "staff_log_checkpoint" ENABLE ALWAYS TRIGGER "staff_log_checkpoint_append_only";

-- CreateTable
CREATE TABLE "activity_push" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "format" TEXT NOT NULL,
    "types" TEXT[] DEFAULT ARRAY[]::TEXT[],
    "outcome" TEXT NOT NULL DEFAULT '',
    "staff" BOOLEAN NOT NULL DEFAULT false,
    "secret_version" INTEGER NOT NULL DEFAULT 1,
    "rotated_at" TIMESTAMPTZ,
    "paused_at" TIMESTAMPTZ,
    "paused_by_email" TEXT,
    "failures" INTEGER NOT NULL DEFAULT 0,
    "failing_since" TIMESTAMPTZ,
    "next_try_at" TIMESTAMPTZ,
    "last_error" TEXT,
    "last_status" INTEGER,
    "last_delivered_at" TIMESTAMPTZ,
    "delivered_count" BIGINT NOT NULL DEFAULT 0,
    "dropped_count" BIGINT NOT NULL DEFAULT 0,
    "dropped_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_email" TEXT NOT NULL,

    CONSTRAINT "activity_push_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "activity_push_item" (
    "push_id" UUID NOT NULL,
    "seq" BIGSERIAL NOT NULL,
    "stream" TEXT NOT NULL,
    "entry_id" TEXT NOT NULL,
    "entry_at" TIMESTAMPTZ NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "activity_push_item_pkey" PRIMARY KEY ("push_id","seq")
);

-- CreateIndex
CREATE UNIQUE INDEX "activity_push_environment_name_key" ON "activity_push"("environment", "name");

-- CreateIndex
CREATE INDEX "activity_push_item_at_idx" ON "activity_push_item"("at");

-- An act of the staff goes out once, when its outcome is known. Activity of the cache enters with its own statement
-- (lib/audit/activity/insert-activity.ts); the staff log is written in several places, so it has a trigger.
CREATE FUNCTION queue_staff_log_pushes() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    INSERT INTO activity_push_item (push_id, stream, entry_id, entry_at)
    SELECT p.id, 'staff', coalesce(r.intent_id, r.id)::text, r.at
    FROM added AS r
    JOIN activity_push AS p ON p.environment = r.environment AND p.staff
        AND (coalesce(cardinality(p.types), 0) = 0 OR r.action = ANY(p.types)) AND (p.outcome = '' OR coalesce(r.outcome, r.kind) = p.outcome)
    WHERE r.kind <> 'intent'
    ORDER BY r.id;
    RETURN NULL;
END
$$;
CREATE TRIGGER "staff_log_push" AFTER INSERT ON "staff_log" REFERENCING NEW TABLE AS added
    FOR EACH STATEMENT EXECUTE FUNCTION queue_staff_log_pushes();

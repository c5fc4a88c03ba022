-- CreateTable
CREATE TABLE "bulk_job" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT,
    "kind" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'running',
    "started_by_id" UUID NOT NULL,
    "started_by_email" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "finished_at" TIMESTAMPTZ,
    "plan_cursor" TEXT,
    "plan_done" INTEGER NOT NULL DEFAULT 0,
    "plan_total" INTEGER NOT NULL DEFAULT 0,
    "wait_until" TIMESTAMPTZ,
    "notice" TEXT,

    CONSTRAINT "bulk_job_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "bulk_item" (
    "job_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "label" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "input" JSONB NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "sentence" TEXT,
    "request_id" TEXT,
    "submission_id" UUID,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "sent_at" TIMESTAMPTZ,
    "finished_at" TIMESTAMPTZ,
    "look_up" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "bulk_item_pkey" PRIMARY KEY ("job_id","position")
);

-- CreateIndex
CREATE INDEX "bulk_job_environment_id_idx" ON "bulk_job"("environment", "id" DESC);

-- CreateIndex
CREATE INDEX "bulk_job_environment_organization_id_id_idx" ON "bulk_job"("environment", "organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "bulk_job_state_idx" ON "bulk_job"("state");

-- CreateIndex
CREATE INDEX "bulk_item_job_id_state_position_idx" ON "bulk_item"("job_id", "state", "position");

-- CreateIndex
CREATE UNIQUE INDEX "bulk_item_job_id_key_key" ON "bulk_item"("job_id", "key");

-- AddForeignKey
ALTER TABLE "bulk_item" ADD CONSTRAINT "bulk_item_job_id_fkey" FOREIGN KEY ("job_id") REFERENCES "bulk_job"("id") ON DELETE CASCADE ON UPDATE CASCADE;

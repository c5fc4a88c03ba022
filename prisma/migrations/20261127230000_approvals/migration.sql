-- CreateTable
CREATE TABLE "approval_switch" (
    "environment" TEXT NOT NULL,
    "switched_on_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "switched_on_by_email" TEXT NOT NULL,

    CONSTRAINT "approval_switch_pkey" PRIMARY KEY ("environment")
);

-- CreateTable
CREATE TABLE "approval" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "permission" TEXT NOT NULL,
    "scope_kind" TEXT NOT NULL,
    "organization_id" TEXT,
    "target_type" TEXT NOT NULL,
    "target_id" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "reason" TEXT,
    "ticket" TEXT,
    "input_hash" TEXT NOT NULL,
    "requested_by_id" UUID NOT NULL,
    "requested_by_email" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'open',
    "decided_by_email" TEXT,
    "decided_at" TIMESTAMPTZ,
    "comment" TEXT,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "approval_environment_id_idx" ON "approval"("environment", "id" DESC);

-- CreateIndex
CREATE INDEX "approval_environment_requested_by_id_input_hash_idx" ON "approval"("environment", "requested_by_id", "input_hash");

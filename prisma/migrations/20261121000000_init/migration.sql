-- CreateTable
CREATE TABLE "staff" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "issuer" TEXT,
    "subject" TEXT,
    "role" TEXT,
    "effective_role" TEXT NOT NULL,
    "all_customers" BOOLEAN NOT NULL DEFAULT true,
    "disabled_at" TIMESTAMPTZ,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "last_sign_in_at" TIMESTAMPTZ,

    CONSTRAINT "staff_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_customer" (
    "staff_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,

    CONSTRAINT "staff_customer_pkey" PRIMARY KEY ("staff_id","environment","organization_id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id" UUID NOT NULL,
    "staff_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "last_seen_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "auth_time" TIMESTAMPTZ,
    "id_token_sealed" TEXT,
    "user_agent" TEXT,

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_log" (
    "id" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "environment" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "intent_id" BIGINT,
    "actor_id" UUID,
    "actor_email" TEXT NOT NULL,
    "actor_role" TEXT NOT NULL,
    "action" TEXT NOT NULL,
    "organization_id" TEXT,
    "target_type" TEXT,
    "target_id" TEXT,
    "outcome" TEXT,
    "error_code" TEXT,
    "request_id" TEXT,
    "ticket" TEXT,
    "reason" TEXT,
    "details" JSONB NOT NULL DEFAULT '{}',
    "submission_id" UUID,

    CONSTRAINT "staff_log_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_link" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "organization_name" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "features" TEXT[],
    "note" TEXT,
    "open_limit" INTEGER NOT NULL,
    "open_count" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by_email" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "revoked_by_email" TEXT,
    "last_scalekit_link_id" TEXT,

    CONSTRAINT "portal_link_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_link_open" (
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "outcome" TEXT NOT NULL,
    "ip" TEXT,
    "user_agent" TEXT,
    "request_id" TEXT,

    CONSTRAINT "portal_link_open_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "api_budget" (
    "environment" TEXT NOT NULL,
    "tokens" DOUBLE PRECISION NOT NULL,
    "per_minute" DOUBLE PRECISION NOT NULL,
    "refilled_at" TIMESTAMPTZ NOT NULL,
    "last_limit_at" TIMESTAMPTZ,

    CONSTRAINT "api_budget_pkey" PRIMARY KEY ("environment")
);

-- CreateIndex
CREATE UNIQUE INDEX "staff_email_key" ON "staff"("email");

-- CreateIndex
CREATE UNIQUE INDEX "staff_issuer_subject_key" ON "staff"("issuer", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "staff_session_token_hash_key" ON "staff_session"("token_hash");

-- CreateIndex
CREATE INDEX "staff_session_staff_id_idx" ON "staff_session"("staff_id");

-- CreateIndex
CREATE UNIQUE INDEX "staff_log_submission_id_key" ON "staff_log"("submission_id");

-- CreateIndex
CREATE INDEX "staff_log_environment_id_idx" ON "staff_log"("environment", "id" DESC);

-- CreateIndex
CREATE INDEX "staff_log_environment_organization_id_id_idx" ON "staff_log"("environment", "organization_id", "id" DESC);

-- CreateIndex
CREATE INDEX "staff_log_environment_actor_email_id_idx" ON "staff_log"("environment", "actor_email", "id" DESC);

-- CreateIndex
CREATE INDEX "staff_log_environment_action_id_idx" ON "staff_log"("environment", "action", "id" DESC);

-- CreateIndex
CREATE INDEX "staff_log_intent_id_idx" ON "staff_log"("intent_id");

-- CreateIndex
CREATE UNIQUE INDEX "portal_link_token_hash_key" ON "portal_link"("token_hash");

-- CreateIndex
CREATE INDEX "portal_link_environment_organization_id_created_at_idx" ON "portal_link"("environment", "organization_id", "created_at" DESC);

-- CreateIndex
CREATE INDEX "portal_link_open_link_id_at_idx" ON "portal_link_open"("link_id", "at");

-- AddForeignKey
ALTER TABLE "staff_customer" ADD CONSTRAINT "staff_customer_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portal_link_open" ADD CONSTRAINT "portal_link_open_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "portal_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

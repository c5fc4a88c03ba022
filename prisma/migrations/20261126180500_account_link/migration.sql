-- CreateTable
CREATE TABLE "account_link" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT,
    "account_id" TEXT NOT NULL,
    "provider" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "recipient_email" TEXT NOT NULL,
    "open_limit" INTEGER NOT NULL,
    "open_count" INTEGER NOT NULL DEFAULT 0,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by_email" TEXT NOT NULL,
    "revoked_at" TIMESTAMPTZ,
    "revoked_by_email" TEXT,
    "last_opened_at" TIMESTAMPTZ,
    "code_hash" TEXT,
    "code_expires_at" TIMESTAMPTZ,
    "code_tries" INTEGER NOT NULL DEFAULT 0,
    "codes_sent" INTEGER NOT NULL DEFAULT 0,
    "codes_since" TIMESTAMPTZ,

    CONSTRAINT "account_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "account_link_token_hash_key" ON "account_link"("token_hash");

-- CreateIndex
CREATE INDEX "account_link_environment_account_id_id_idx" ON "account_link"("environment", "account_id", "id" DESC);

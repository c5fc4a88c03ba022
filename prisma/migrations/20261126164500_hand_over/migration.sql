-- CreateTable
CREATE TABLE "hand_over" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "token_hash" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "secret_id" TEXT NOT NULL,
    "recipient" TEXT,
    "sealed" TEXT,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "created_by_id" UUID NOT NULL,
    "created_by_email" TEXT NOT NULL,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "opened_at" TIMESTAMPTZ,
    "opened_ip" TEXT,
    "opened_browser" TEXT,
    "revoked_at" TIMESTAMPTZ,
    "revoked_by_email" TEXT,

    CONSTRAINT "hand_over_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "hand_over_token_hash_key" ON "hand_over"("token_hash");

-- CreateIndex
CREATE INDEX "hand_over_environment_organization_id_id_idx" ON "hand_over"("environment", "organization_id", "id" DESC);

-- CreateIndex: only rows that still hold a ciphertext, so that erasing what has expired stays cheap.
CREATE INDEX "hand_over_expires_at_idx" ON "hand_over"("expires_at") WHERE "sealed" IS NOT NULL;

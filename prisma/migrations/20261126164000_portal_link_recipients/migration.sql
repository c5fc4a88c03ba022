-- AlterTable
ALTER TABLE "portal_link" ADD COLUMN     "first_opened_at" TIMESTAMPTZ,
ADD COLUMN     "recipient_email" TEXT,
ADD COLUMN     "recipient_name" TEXT;

-- Links that were opened before: their makers have seen it, nobody is told now.
UPDATE "portal_link" SET "first_opened_at" = (
    SELECT min("at") FROM "portal_link_open" WHERE "link_id" = "portal_link"."id" AND "outcome" = 'opened'
);

-- CreateTable
CREATE TABLE "portal_link_code" (
    "id" UUID NOT NULL,
    "link_id" UUID NOT NULL,
    "code_hash" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "used_at" TIMESTAMPTZ,

    CONSTRAINT "portal_link_code_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "portal_link_visit" (
    "id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "link_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "verified_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "expires_at" TIMESTAMPTZ NOT NULL,
    "ended_at" TIMESTAMPTZ,

    CONSTRAINT "portal_link_visit_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "portal_link_code_link_id_created_at_idx" ON "portal_link_code"("link_id", "created_at");

-- CreateIndex
CREATE UNIQUE INDEX "portal_link_visit_token_hash_key" ON "portal_link_visit"("token_hash");

-- CreateIndex
CREATE INDEX "portal_link_visit_link_id_idx" ON "portal_link_visit"("link_id");

-- AddForeignKey
ALTER TABLE "portal_link_code" ADD CONSTRAINT "portal_link_code_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "portal_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "portal_link_visit" ADD CONSTRAINT "portal_link_visit_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "portal_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

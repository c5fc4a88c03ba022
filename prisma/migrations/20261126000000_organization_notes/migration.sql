-- CreateTable
CREATE TABLE "organization_note" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "text" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "author_id" UUID NOT NULL,
    "author_name" TEXT NOT NULL,
    "author_email" TEXT NOT NULL,
    "edited_at" TIMESTAMPTZ,

    CONSTRAINT "organization_note_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "ticket_link" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "added_by_id" UUID NOT NULL,
    "added_by_email" TEXT NOT NULL,

    CONSTRAINT "ticket_link_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "organization_note_environment_organization_id_id_idx" ON "organization_note"("environment", "organization_id", "id" DESC);

-- CreateIndex
CREATE UNIQUE INDEX "ticket_link_environment_organization_id_url_key" ON "ticket_link"("environment", "organization_id", "url");

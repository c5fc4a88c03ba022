-- CreateTable
CREATE TABLE "kept_certificate" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "connection_id" TEXT NOT NULL,
    "pem" TEXT NOT NULL,
    "fingerprint" TEXT NOT NULL,
    "replaced_by" TEXT NOT NULL,
    "kept_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "kept_by_id" UUID NOT NULL,
    "kept_by_email" TEXT NOT NULL,
    "replaced_at" TIMESTAMPTZ,

    CONSTRAINT "kept_certificate_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "domain_move" (
    "id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "domain" TEXT NOT NULL,
    "from_organization_id" TEXT NOT NULL,
    "from_name" TEXT NOT NULL,
    "to_organization_id" TEXT NOT NULL,
    "to_name" TEXT NOT NULL,
    "connection_ids" TEXT[],
    "moved_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "moved_by_id" UUID NOT NULL,
    "moved_by_email" TEXT NOT NULL,

    CONSTRAINT "domain_move_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "kept_certificate_environment_connection_id_fingerprint_key" ON "kept_certificate"("environment", "connection_id", "fingerprint");

-- CreateIndex
CREATE INDEX "domain_move_environment_from_organization_id_moved_at_idx" ON "domain_move"("environment", "from_organization_id", "moved_at" DESC);

-- CreateIndex
CREATE INDEX "domain_move_environment_to_organization_id_moved_at_idx" ON "domain_move"("environment", "to_organization_id", "moved_at" DESC);

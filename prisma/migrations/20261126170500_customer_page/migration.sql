-- CreateTable
CREATE TABLE "customer_page" (
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "switched_on_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "switched_on_by_id" UUID NOT NULL,
    "switched_on_by_email" TEXT NOT NULL,

    CONSTRAINT "customer_page_pkey" PRIMARY KEY ("environment","organization_id")
);

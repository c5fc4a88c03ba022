-- CreateTable
CREATE TABLE "erased_subject" (
    "environment" TEXT NOT NULL,
    "mac" TEXT NOT NULL,
    "erased_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "erased_subject_pkey" PRIMARY KEY ("environment","mac")
);

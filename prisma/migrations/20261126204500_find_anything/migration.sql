CREATE EXTENSION IF NOT EXISTS pg_trgm;

CREATE TABLE "search_document" (
    "environment" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "id" TEXT NOT NULL,
    "ref" TEXT NOT NULL DEFAULT '',
    "organization_ids" TEXT[],
    "title" TEXT NOT NULL,
    "detail" TEXT NOT NULL DEFAULT '',
    "search_text" TEXT NOT NULL,
    "exact" TEXT[],
    "as_of" TIMESTAMPTZ NOT NULL,
    "removed" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "search_document_pkey" PRIMARY KEY ("environment", "kind", "id")
);

-- Without the list of pending entries: a search never pays for the writes before it.
CREATE INDEX "search_document_text" ON "search_document" USING GIN ("search_text" gin_trgm_ops) WITH (fastupdate = off);
CREATE INDEX "search_document_organization_text" ON "search_document" USING GIN ("search_text" gin_trgm_ops) WITH (fastupdate = off) WHERE "kind" = 'organization';
CREATE INDEX "search_document_exact" ON "search_document" USING GIN ("exact") WITH (fastupdate = off);
CREATE INDEX "search_document_organizations" ON "search_document" USING GIN ("organization_ids") WITH (fastupdate = off);

CREATE TABLE "search_walk" (
    "environment" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ,
    "step" TEXT,
    "cursor" TEXT NOT NULL DEFAULT '',
    "total" INTEGER NOT NULL DEFAULT 0,
    "done" INTEGER NOT NULL DEFAULT 0,
    "calls" INTEGER NOT NULL DEFAULT 0,
    "skipped" TEXT[],
    "requested_at" TIMESTAMPTZ,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "wait_until" TIMESTAMPTZ,
    "problem" TEXT,
    "finished_at" TIMESTAMPTZ,
    "finished_calls" INTEGER,
    "finished_seconds" INTEGER,

    CONSTRAINT "search_walk_pkey" PRIMARY KEY ("environment")
);

CREATE TABLE "staff_recent" (
    "staff_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "visited_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_recent_pkey" PRIMARY KEY ("staff_id", "environment", "organization_id")
);

CREATE TABLE "staff_pin" (
    "staff_id" UUID NOT NULL,
    "environment" TEXT NOT NULL,
    "organization_id" TEXT NOT NULL,
    "title" TEXT NOT NULL,
    "pinned_at" TIMESTAMPTZ NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "staff_pin_pkey" PRIMARY KEY ("staff_id", "environment", "organization_id")
);

ALTER TABLE "staff_recent" ADD CONSTRAINT "staff_recent_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_pin" ADD CONSTRAINT "staff_pin_staff_id_fkey" FOREIGN KEY ("staff_id") REFERENCES "staff"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Candidates for ranking, at most 600 however common the words are: by whole value, customers by words, the rest by
-- words, and when nothing holds the words, customers with a similar name. Only bitmap scans are allowed inside: under a
-- LIMIT the planner would else walk the whole table for two rare letters, in the hope of soon finding some.
CREATE FUNCTION "search_candidates"(
    "env" TEXT, "kinds" TEXT[], "customers" TEXT[], "whole" TEXT, "patterns" TEXT[], "similar" TEXT
) RETURNS SETOF "search_document" LANGUAGE plpgsql STABLE
SET enable_seqscan = off
SET enable_indexscan = off
SET enable_indexonlyscan = off
SET pg_trgm.word_similarity_threshold = 0.6
AS $$
DECLARE
    scoped TEXT := ' AND kind = ANY($2)' || CASE WHEN customers IS NULL THEN '' ELSE ' AND organization_ids && $3' END;
    worded TEXT := '';
    base TEXT := 'SELECT * FROM search_document WHERE environment = $1';
    counted BIGINT := 0;
    found_now BIGINT;
BEGIN
    RETURN QUERY EXECUTE base || ' AND exact && ARRAY[$4]' || scoped || ' LIMIT 100'
        USING env, kinds, customers, whole;
    GET DIAGNOSTICS counted = ROW_COUNT;
    FOR i IN 1 .. coalesce(cardinality(patterns), 0) LOOP
        worded := worded || ' AND search_text LIKE ' || quote_literal(patterns[i]);
    END LOOP;
    IF worded <> '' THEN
        RETURN QUERY EXECUTE base || ' AND kind = ''organization''' || worded || scoped || ' LIMIT 200'
            USING env, kinds, customers;
        GET DIAGNOSTICS found_now = ROW_COUNT;
        counted := counted + found_now;
        RETURN QUERY EXECUTE base || ' AND kind <> ''organization''' || worded || scoped || ' LIMIT 300'
            USING env, kinds, customers;
        GET DIAGNOSTICS found_now = ROW_COUNT;
        counted := counted + found_now;
    END IF;
    IF counted = 0 AND "similar" <> '' THEN
        RETURN QUERY EXECUTE base || ' AND kind = ''organization'' AND $4 <% search_text' || scoped || ' LIMIT 100'
            USING env, kinds, customers, "similar";
    END IF;
END $$;

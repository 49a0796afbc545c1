-- SPDX-License-Identifier: EUPL-1.2
-- The keys of the signed asker, as HMAC wants them: already XOR-ed with the inner and the outer pad.
-- No grant to anyone. A back-up leaves this table out; a restore runs this file again.
CREATE SCHEMA IF NOT EXISTS toegang;

CREATE TABLE IF NOT EXISTS toegang.sleutel (
    kid integer PRIMARY KEY,
    ipad bytea NOT NULL CHECK (length(ipad) = 64),
    opad bytea NOT NULL CHECK (length(opad) = 64)
);

REVOKE ALL ON toegang.sleutel FROM PUBLIC;

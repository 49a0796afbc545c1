-- SPDX-License-Identifier: EUPL-1.2
-- As in inloggen.sql, each column compared by itself: PostgreSQL writes a compared record in another way
-- after a restore, and the start check holds on to the text.
CREATE OR REPLACE TRIGGER stempel BEFORE UPDATE ON gebruikers_gebruiker
    FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password
        OR OLD.actief_tot IS DISTINCT FROM NEW.actief_tot
        OR OLD.email IS DISTINCT FROM NEW.email
        OR OLD.organisatie_id IS DISTINCT FROM NEW.organisatie_id
        OR OLD.via_oidc IS DISTINCT FROM NEW.via_oidc)
    EXECUTE FUNCTION gebruikers.stempel_account();

-- SPDX-License-Identifier: EUPL-1.2
-- A quality officer opens no dossier: toegang.md section 2 gives them a drawn sample with its own
-- designation, and nothing draws dossiers yet. In place of the one in noodtoegang.sql; looks that run
-- end in eenmaal.sql.
CREATE OR REPLACE FUNCTION toegang.soort_inzage(p_reden text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'mens' THEN
        RETURN NULL;
    END IF;
    RETURN CASE
        WHEN p_reden IN ('acuut_gevaar', 'vervanging', 'teruggekeerd')
             AND toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner', 'manager'])
            THEN 'noodtoegang'
        WHEN p_reden IN ('verzoek_betrokkene', 'steekproef', 'klacht_of_incident', 'audit')
             AND toegang.heeft_een(ARRAY['privacy_officer', 'auditor'])
            THEN 'rechtmatigheid'
    END;
END $$;

-- Replaced by huisrol.sql.
-- A rol as regisseur that was ended shows nothing any more, also on its last day.
CREATE OR REPLACE FUNCTION toegang.noodtoegang_op(p_casus uuid) RETURNS SETOF timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF NOT toegang.is_huis()
       OR NOT EXISTS (SELECT FROM casus.lopende_rollen() r WHERE r.casus_id = p_casus)
       OR NOT EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = p_casus AND r.gebruiker_id = toegang.vrager() AND r.rol = 'regisseur'
           AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
           AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag)) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT i.vanaf FROM public.toegang_inzage i
     WHERE i.casus = p_casus AND i.soort = 'noodtoegang'
       AND i.vanaf BETWEEN now() - interval '30 days' AND now() ORDER BY i.vanaf DESC;
END $$;

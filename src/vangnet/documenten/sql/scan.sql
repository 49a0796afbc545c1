-- SPDX-License-Identifier: EUPL-1.2
-- What the scanner reads and writes. For the clock job alone: its kind of asker is signed along, so a page
-- (or what was injected into one) can't call a file clean, nor read one that isn't scanned.
CREATE SCHEMA IF NOT EXISTS documenten;

CREATE FUNCTION documenten.eis_scanner() RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
END $$;

-- What waits, oldest first; what the scanner could not judge comes back after an hour.
CREATE FUNCTION documenten.te_scannen(
    p_hooguit int, OUT versie uuid, OUT dossier uuid, OUT sleutel bytea, OUT delen int
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM documenten.eis_scanner();
    RETURN QUERY SELECT v.id, v.dossier, s.gesloten, v.delen
      FROM public.documenten_documentversie v
      LEFT JOIN public.documenten_dossiersleutel s ON s.dossier = v.dossier
     WHERE v.scan IN ('wacht', 'kon_niet')
       AND (v.scan = 'wacht' OR v.gescand_op < now() - interval '1 hour')
     ORDER BY v.scan DESC, v.aangemaakt_op LIMIT coalesce(p_hooguit, 0);
END $$;

CREATE FUNCTION documenten.te_scannen_deel(p_versie uuid, p_nummer int) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM documenten.eis_scanner();
    RETURN (SELECT d.gesloten FROM public.documenten_documentdeel d
              JOIN public.documenten_documentversie v ON v.id = d.van_id
             WHERE v.id = p_versie AND d.nummer = p_nummer AND v.scan IN ('wacht', 'kon_niet'));
END $$;

-- A judgement is for good: what was found infected never becomes clean. Only a demo house may let
-- through what wasn't scanned.
CREATE FUNCTION documenten.zet_scan(p_versie uuid, p_stand text, p_spoor text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
-- The triggers that keep the history name their tables without a schema.
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_dossier uuid;
BEGIN
    PERFORM documenten.eis_scanner();
    IF p_stand NOT IN ('schoon', 'besmet', 'kon_niet', 'niet_gescand')
       OR (p_stand = 'niet_gescand' AND NOT EXISTS (SELECT FROM public.inrichting_huis WHERE demo))
    THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
    UPDATE public.documenten_documentversie SET scan = p_stand, gescand_op = now()
     WHERE id = p_versie AND scan IN ('wacht', 'kon_niet') RETURNING dossier INTO v_dossier;
    IF v_dossier IS NULL THEN
        RETURN false;
    END IF;
    PERFORM journaal.leg_vast('document.gescand', 'documentversie', p_versie, v_dossier, '',
        true, p_stand, 'taak', p_spoor, ARRAY['scan'], '{}', ARRAY['casus'], ARRAY[v_dossier]);
    RETURN true;
END $$;

-- How many wait and since when: for the page on health, without saying of which dossier.
CREATE FUNCTION documenten.scanstand(OUT wachtend int, OUT oudste interval)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.heeft_een(ARRAY['beheerder', 'opdrachtregel']) THEN
        RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
    END IF;
    SELECT count(*)::int, now() - min(v.aangemaakt_op) INTO wachtend, oudste
      FROM public.documenten_documentversie v WHERE v.scan IN ('wacht', 'kon_niet');
END $$;

REVOKE ALL ON FUNCTION documenten.eis_scanner(), documenten.te_scannen(int),
    documenten.te_scannen_deel(uuid, int), documenten.zet_scan(uuid, text, text),
    documenten.scanstand() FROM PUBLIC;

-- SPDX-License-Identifier: EUPL-1.2
-- Documents with a draft or an aanmelding, as acts. One refusal for what may not and for what isn't there.

-- Who may change what came with this draft or aanmelding: its author, and while it waits for triage the house
-- and the organisation that reports. Of one aanmelding one act at a time.
CREATE FUNCTION aanmelding.eis_bijlagen(p_wie uuid, p_hoort_bij uuid) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM aanmelding.een_tegelijk(p_hoort_bij);
    IF NOT EXISTS (SELECT FROM public.aanmelding_concept c
                    WHERE c.id = p_hoort_bij AND c.auteur_id = p_wie AND c.weg_op IS NULL)
       AND NOT EXISTS (SELECT FROM public.aanmelding_aanmelding a
                        WHERE a.id = p_hoort_bij AND a.triage_besluit IS NULL AND NOT a.dicht
                          AND (toegang.is_huis() OR a.aanmelder_id IN (
                               SELECT m FROM toegang.mijn_organisaties(ARRAY['ketenpartner']) m))) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- Room for one more.
CREATE FUNCTION aanmelding.eis_plek_voor_bijlage(p_hoort_bij uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (SELECT count(*) >= 20 FROM public.aanmelding_bijlage b
         WHERE b.hoort_bij = p_hoort_bij AND b.weg_op IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- The row of the journaal of such an act.
CREATE FUNCTION aanmelding.noteer_bijlage(p_handeling text, p_id uuid, p_hoort_bij uuid, p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, 'bijlage', p_id, NULL, '', true, '', 'web', p_spoor,
        ARRAY['bestand'], '{}', ARRAY['aanmelding'], ARRAY[p_hoort_bij]);
END $$;

CREATE FUNCTION aanmelding.voeg_bijlage_toe(p_id uuid, p_hoort_bij uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
BEGIN
    PERFORM aanmelding.eis_bijlagen(v_wie, p_hoort_bij);
    PERFORM aanmelding.eis_plek_voor_bijlage(p_hoort_bij);
    -- An id that is somebody else's: it would open, and destroy, what hangs on that.
    IF p_id IS NULL OR EXISTS (SELECT FROM public.aanmelding_bijlage b WHERE b.id = p_id)
       OR EXISTS (SELECT FROM public.casus_bijdrage b WHERE b.id = p_id)
       OR EXISTS (SELECT FROM public.documenten_documentversie v WHERE v.document = p_id)
       OR EXISTS (SELECT FROM public.casus_casus c WHERE c.id = p_hoort_bij) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_bijlage (id, hoort_bij, door_id) VALUES (p_id, p_hoort_bij, v_wie);
    PERFORM aanmelding.noteer_bijlage('bijlage.toegevoegd', p_id, p_hoort_bij, p_spoor);
END $$;

-- Taken away and put back by who added it.
CREATE FUNCTION aanmelding.haal_bijlage_weg(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_hoort_bij uuid := (SELECT b.hoort_bij FROM public.aanmelding_bijlage b WHERE b.id = p_id);
BEGIN
    PERFORM aanmelding.eis_bijlagen(v_wie, v_hoort_bij);
    UPDATE public.aanmelding_bijlage b SET weg_op = now()
     WHERE b.id = p_id AND b.door_id = v_wie AND b.weg_op IS NULL;
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer_bijlage('bijlage.weggehaald', p_id, v_hoort_bij, p_spoor);
END $$;

CREATE FUNCTION aanmelding.zet_bijlage_terug(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'ketenpartner']);
    v_hoort_bij uuid := (SELECT b.hoort_bij FROM public.aanmelding_bijlage b WHERE b.id = p_id);
BEGIN
    PERFORM aanmelding.eis_bijlagen(v_wie, v_hoort_bij);
    PERFORM aanmelding.eis_plek_voor_bijlage(v_hoort_bij);
    UPDATE public.aanmelding_bijlage b SET weg_op = NULL
     WHERE b.id = p_id AND b.door_id = v_wie AND b.weg_op > now() - interval '10 minutes';
    IF NOT FOUND THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.noteer_bijlage('bijlage.teruggezet', p_id, v_hoort_bij, p_spoor);
END $$;

-- Files of these bijlagen go, with their history.
CREATE FUNCTION aanmelding.vernietig_bijlagen(p_ids uuid[]) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
    DELETE FROM public.documenten_documentdeel d
     USING public.documenten_documentversie v, public.aanmelding_bijlage b
     WHERE v.id = d.van_id AND v.document = b.id AND v.dossier = b.hoort_bij AND b.id = ANY (p_ids);
    DELETE FROM public.documenten_documentversie v USING public.aanmelding_bijlage b
     WHERE v.document = b.id AND v.dossier = b.hoort_bij AND b.id = ANY (p_ids);
    -- Also the copies that this very deletion has just left in the history.
    DELETE FROM public.documenten_documentversieevent v USING public.aanmelding_bijlage b
     WHERE v.document = b.id AND v.dossier = b.hoort_bij AND b.id = ANY (p_ids);
    DELETE FROM public.aanmelding_bijlage b WHERE b.id = ANY (p_ids);
END $$;

-- What came with a draft or an aanmelding that goes: the key first, without which no copy opens.
CREATE FUNCTION aanmelding.bijlagen_gaan_mee() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    -- A draft that was sent: they stay with the aanmelding.
    IF TG_TABLE_NAME = 'aanmelding_concept'
       AND EXISTS (SELECT FROM public.aanmelding_aanmelding a WHERE a.id = OLD.id) THEN
        RETURN OLD;
    END IF;
    DELETE FROM public.documenten_dossiersleutel s WHERE s.dossier = OLD.id
       AND NOT EXISTS (SELECT FROM public.casus_casus c WHERE c.id = OLD.id);
    PERFORM aanmelding.vernietig_bijlagen(coalesce(array_agg(b.id), '{}'))
       FROM public.aanmelding_bijlage b WHERE b.hoort_bij = OLD.id;
    RETURN OLD;
END $$;

CREATE TRIGGER bijlagen_gaan_mee BEFORE DELETE ON aanmelding_aanmelding
    FOR EACH ROW EXECUTE FUNCTION aanmelding.bijlagen_gaan_mee();
CREATE TRIGGER bijlagen_gaan_mee BEFORE DELETE ON aanmelding_concept
    FOR EACH ROW EXECUTE FUNCTION aanmelding.bijlagen_gaan_mee();

-- Destroy what was taken away an hour ago; how many. For the worker.
CREATE FUNCTION aanmelding.ruim_bijlagen_op(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
    v_bij uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT array_agg(w.id), array_agg(DISTINCT w.hoort_bij) INTO v_ids, v_bij FROM (
        SELECT b.id, b.hoort_bij FROM public.aanmelding_bijlage b
         WHERE b.weg_op < now() - interval '1 hour' FOR UPDATE SKIP LOCKED) w;
    IF v_ids IS NULL THEN
        RETURN 0;
    END IF;
    PERFORM aanmelding.vernietig_bijlagen(v_ids);
    PERFORM journaal.leg_vast('bijlage.vernietigd', 'bijlage', NULL, NULL, 'bewaartermijn', true,
        'weggehaald', 'taak', p_spoor, ARRAY[]::text[],
        jsonb_build_object('bijlagen', cardinality(v_ids)),
        array_fill('aanmelding'::text, ARRAY[cardinality(v_bij)]), v_bij);
    RETURN cardinality(v_ids);
END $$;

-- As in documenten/sql/scan.sql; the row of the journaal names the aanmelding of a file that came with one.
CREATE OR REPLACE FUNCTION documenten.zet_scan(p_versie uuid, p_stand text, p_spoor text) RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER
SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_dossier uuid;
    v_bijlage boolean;
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
    v_bijlage := EXISTS (SELECT FROM public.aanmelding_bijlage b WHERE b.hoort_bij = v_dossier);
    PERFORM journaal.leg_vast('document.gescand', 'documentversie', p_versie,
        CASE WHEN NOT v_bijlage THEN v_dossier END, '', true, p_stand, 'taak', p_spoor, ARRAY['scan'],
        '{}', ARRAY[CASE WHEN v_bijlage THEN 'aanmelding' ELSE 'casus' END], ARRAY[v_dossier]);
    RETURN true;
END $$;

REVOKE ALL ON FUNCTION aanmelding.eis_bijlagen(uuid, uuid), aanmelding.eis_plek_voor_bijlage(uuid),
    aanmelding.noteer_bijlage(text, uuid, uuid, text), aanmelding.voeg_bijlage_toe(uuid, uuid, text),
    aanmelding.haal_bijlage_weg(uuid, text), aanmelding.zet_bijlage_terug(uuid, text),
    aanmelding.vernietig_bijlagen(uuid[]), aanmelding.bijlagen_gaan_mee(),
    aanmelding.ruim_bijlagen_op(text) FROM PUBLIC;

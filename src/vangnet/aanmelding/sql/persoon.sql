-- SPDX-License-Identifier: EUPL-1.2
-- Each decision that gives a casus says in a koppeling whom the aanmelding is about (docs/adr/0042). In the
-- place of aanmelding.besluit in huiscriteria.sql, of verbreek_koppeling in zelfde_persoon.sql and of
-- hangt_eraan in correctie.sql.

-- Who joins a casus stands in it already, and then is somebody of that casus; or is new, and then nobody.
CREATE FUNCTION aanmelding.eis_staat_erin(p_casus uuid, p_rol text, p_persoon uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (p_rol = 'bekend') IS DISTINCT FROM (p_persoon IS NOT NULL)
       OR (p_rol = 'bekend' AND NOT EXISTS (
            SELECT FROM public.casus_betrokkenheid b
             WHERE b.casus_id = p_casus AND b.persoon_id = p_persoon)) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

CREATE OR REPLACE FUNCTION aanmelding.besluit(
    p_aanmelding uuid, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_besluit text := p_inhoud->>'besluit';
    v_is_casus boolean := coalesce(v_besluit IN ('procesregie', 'ondersteuning'), false);
    v_bekend uuid := (p_inhoud->>'persoon')::uuid;
    v_erin uuid := (p_inhoud->>'betrokkene')::uuid;
    v_casus uuid;
    v_persoon uuid;
    a public.aanmelding_aanmelding;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR (p_casus IS NOT NULL AND NOT v_is_casus)
       OR (v_bekend IS NOT NULL AND (p_casus IS NOT NULL OR NOT v_is_casus))
       OR (v_erin IS NOT NULL AND p_casus IS NULL) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.eis_besluit(v_besluit, p_inhoud->>'reden', p_inhoud->>'verwezen_naar',
        p_inhoud->'oordelen', p_inhoud->'beslissers');
    IF v_bekend IS NOT NULL THEN
        PERFORM aanmelding.eis_bekende(v_bekend, p_inhoud->>'waarom_zelfde');
    END IF;
    IF p_casus IS NOT NULL THEN
        PERFORM aanmelding.eis_aansluiten(p_casus, v_besluit, p_inhoud->>'persoon_rol',
            (p_inhoud->>'zijde')::smallint);
        PERFORM aanmelding.eis_staat_erin(p_casus, p_inhoud->>'persoon_rol', v_erin);
        v_casus := p_casus;
        IF v_erin IS NULL THEN
            v_persoon := aanmelding.maak_persoon(a);
            INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde,
                eerste_verwerking)
            VALUES (gen_random_uuid(), p_casus, v_persoon, p_inhoud->>'persoon_rol', casus.dag(),
                (p_inhoud->>'zijde')::smallint, a.eerste_verwerking);
        END IF;
    ELSIF v_is_casus THEN
        v_persoon := coalesce(v_bekend, aanmelding.maak_persoon(a));
        v_casus := aanmelding.open_casus(a, v_besluit, p_inhoud->>'samenstelling', p_regisseur,
            v_persoon);
    END IF;
    PERFORM aanmelding.leg_oordelen_vast(a.id, p_inhoud);
    IF v_casus IS NOT NULL THEN
        -- An import may have taken the casus away of one that had it.
        INSERT INTO public.aanmelding_koppeling (id, aanmelding_id, persoon_id, waarom)
        VALUES (gen_random_uuid(), a.id, coalesce(v_persoon, v_erin),
            CASE WHEN v_bekend IS NOT NULL THEN p_inhoud->>'waarom_zelfde' END)
        ON CONFLICT (aanmelding_id) DO UPDATE
            SET persoon_id = EXCLUDED.persoon_id, waarom = EXCLUDED.waarom, verbroken_op = NULL;
    END IF;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = casus.dag(), triage_besluit = v_besluit, reden = p_inhoud->>'reden',
           verwezen_naar = p_inhoud->>'verwezen_naar', casus_id = v_casus
     WHERE id = a.id;
    PERFORM aanmelding.noteer_besluit(a.id, v_casus, v_persoon,
        CASE WHEN p_casus IS NULL AND v_is_casus THEN p_regisseur END, p_spoor);
    IF v_bekend IS NOT NULL THEN
        PERFORM journaal.leg_vast('persoon.gekoppeld', 'persoon', v_bekend, v_casus, '', true, '',
            'web', p_spoor, ARRAY['persoon', 'waarom'], '{}', ARRAY['aanmelding', 'casus', 'persoon'],
            ARRAY[a.id, v_casus, v_bekend]);
    END IF;
    RETURN v_casus;
END $$;

-- It was somebody else after all: the casus of the aanmelding goes to a new persoon, with what the
-- aanmelding says, and so does each aanmelding of that casus about the one it was. What was written of the
-- other stays with them, their relations too.
CREATE OR REPLACE FUNCTION aanmelding.verbreek_koppeling(p_aanmelding uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_nieuw uuid;
    v_mee uuid[];
    a public.aanmelding_aanmelding;
    k public.aanmelding_koppeling;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding;
    IF NOT FOUND OR a.casus_id IS NULL THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM casus.eis_casus(a.casus_id);
    SELECT * INTO k FROM public.aanmelding_koppeling
     WHERE aanmelding_id = a.id AND waarom IS NOT NULL AND verbroken_op IS NULL FOR UPDATE;
    IF NOT FOUND OR casus.is_gesloten(a.casus_id) OR NOT EXISTS (
            SELECT FROM public.casus_casus c
             WHERE c.id = a.casus_id AND c.hoofdbetrokkene_id = k.persoon_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_nieuw := aanmelding.maak_persoon(a);
    UPDATE public.casus_casus SET hoofdbetrokkene_id = v_nieuw WHERE id = a.casus_id;
    UPDATE public.casus_betrokkenheid SET persoon_id = v_nieuw
     WHERE casus_id = a.casus_id AND persoon_id = k.persoon_id;
    UPDATE public.aanmelding_koppeling SET verbroken_op = now() WHERE id = k.id;
    WITH mee AS (
        UPDATE public.aanmelding_koppeling o SET persoon_id = v_nieuw
          FROM public.aanmelding_aanmelding b
         WHERE b.id = o.aanmelding_id AND b.casus_id = a.casus_id AND o.persoon_id = k.persoon_id
        RETURNING o.aanmelding_id)
    SELECT array_agg(aanmelding_id) INTO v_mee FROM mee;
    PERFORM journaal.leg_vast('persoon.losgemaakt', 'persoon', k.persoon_id, a.casus_id, '', true, '',
        'web', p_spoor, ARRAY['persoon', 'verbroken_op'], '{}',
        array_fill('aanmelding'::text, ARRAY[cardinality(v_mee)]) || ARRAY['casus', 'persoon', 'persoon'],
        v_mee || ARRAY[a.casus_id, k.persoon_id, v_nieuw]);
    RETURN a.casus_id;
END $$;

-- What hangs on an aanmelding goes with it, whatever destroys that.
CREATE OR REPLACE FUNCTION aanmelding.hangt_eraan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.aanmelding_huisoordeel o WHERE o.aanmelding_id = OLD.id;
    DELETE FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = OLD.id;
    DELETE FROM public.aanmelding_vorigbesluit v WHERE v.aanmelding_id = OLD.id;
    DELETE FROM public.aanmelding_koppeling k WHERE k.aanmelding_id = OLD.id;
    RETURN OLD;
END $$;

REVOKE ALL ON FUNCTION aanmelding.eis_staat_erin(uuid, text, uuid) FROM PUBLIC;

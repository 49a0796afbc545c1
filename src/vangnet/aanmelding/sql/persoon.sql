-- SPDX-License-Identifier: EUPL-1.2
-- A decision says whom the aanmelding is about, and what is written of it stands with that persoon too
-- (toegang.md section 6). In the place of aanmelding.besluit in huiscriteria.sql, of verbreek_koppeling in
-- zelfde_persoon.sql, of noteer_besluit in besluit_bij_zaak.sql and of noteer_antwoord in antwoord.sql.

-- Who joins a casus stands in it already, and then is somebody of that casus; or is new, and then nobody.
CREATE FUNCTION aanmelding.eis_betrokkene(p_casus uuid, p_rol text, p_persoon uuid) RETURNS void
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF (p_rol = 'bekend') IS DISTINCT FROM (p_persoon IS NOT NULL)
       OR (p_rol = 'bekend' AND NOT EXISTS (
            SELECT FROM public.casus_betrokkenheid b
             WHERE b.casus_id = p_casus AND b.persoon_id = p_persoon)) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

DROP FUNCTION aanmelding.noteer_besluit(uuid, uuid, uuid, uuid, text);

-- The rows of the journaal of a decision: about the aanmelding, the casus and the persoon. p_nieuw: the
-- persoon came into a casus that there was.
CREATE FUNCTION aanmelding.noteer_besluit(
    p_aanmelding uuid, p_casus uuid, p_persoon uuid, p_regisseur uuid, p_nieuw boolean, p_spoor text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_soorten text[] := ARRAY['aanmelding'];
    v_ids uuid[] := ARRAY[p_aanmelding];
BEGIN
    IF p_casus IS NOT NULL THEN
        v_soorten := v_soorten || ARRAY['casus', 'persoon'];
        v_ids := v_ids || ARRAY[p_casus, p_persoon];
    END IF;
    IF p_regisseur IS NOT NULL THEN
        PERFORM journaal.leg_vast('casus.geopend', 'casus', p_casus, p_casus, '', true, '', 'web',
            p_spoor, ARRAY['samenstelling', 'hoofdbetrokkene', 'inzet', 'regisseur'], '{}',
            v_soorten || 'gebruiker'::text, v_ids || p_regisseur);
    ELSIF p_nieuw THEN
        PERFORM journaal.leg_vast('persoon.toegevoegd', 'persoon', p_persoon, p_casus, '', true, '',
            'web', p_spoor, ARRAY['achternaam', 'voornamen', 'tussenvoegsel', 'geboortedatum',
            'gemeente', 'rol', 'vanaf', 'zijde'], '{}', v_soorten, v_ids);
    END IF;
    PERFORM journaal.leg_vast('aanmelding.besloten', 'aanmelding', p_aanmelding, p_casus, '', true, '',
        'web', p_spoor,
        CASE WHEN p_casus IS NULL THEN ARRAY['triage_besluit', 'reden', 'verwezen_naar']
             ELSE ARRAY['triage_besluit', 'casus', 'persoon'] END, '{}', v_soorten, v_ids);
END $$;

CREATE OR REPLACE FUNCTION aanmelding.besluit(
    p_aanmelding uuid, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_besluit text := p_inhoud->>'besluit';
    v_is_casus boolean := coalesce(v_besluit IN ('procesregie', 'ondersteuning'), false);
    v_bekend uuid := (p_inhoud->>'persoon')::uuid;
    v_persoon uuid := (p_inhoud->>'betrokkene')::uuid;
    v_nieuw boolean := false;
    v_casus uuid;
    a public.aanmelding_aanmelding;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR (p_casus IS NOT NULL AND NOT v_is_casus)
       OR (v_bekend IS NOT NULL AND (p_casus IS NOT NULL OR NOT v_is_casus))
       OR (v_persoon IS NOT NULL AND p_casus IS NULL) THEN
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
        PERFORM aanmelding.eis_betrokkene(p_casus, p_inhoud->>'persoon_rol', v_persoon);
        v_casus := p_casus;
        v_nieuw := v_persoon IS NULL;
        IF v_nieuw THEN
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
    IF v_bekend IS NOT NULL THEN
        INSERT INTO public.aanmelding_koppeling (id, aanmelding_id, persoon_id, waarom)
        VALUES (gen_random_uuid(), a.id, v_bekend, p_inhoud->>'waarom_zelfde');
    END IF;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = casus.dag(), triage_besluit = v_besluit, reden = p_inhoud->>'reden',
           verwezen_naar = p_inhoud->>'verwezen_naar', casus_id = v_casus, persoon_id = v_persoon
     WHERE id = a.id;
    PERFORM aanmelding.noteer_besluit(a.id, v_casus, v_persoon,
        CASE WHEN p_casus IS NULL AND v_is_casus THEN p_regisseur END, v_nieuw, p_spoor);
    IF v_bekend IS NOT NULL THEN
        PERFORM journaal.leg_vast('persoon.gekoppeld', 'persoon', v_bekend, v_casus, '', true, '',
            'web', p_spoor, ARRAY['persoon', 'waarom'], '{}', ARRAY['aanmelding', 'casus', 'persoon'],
            ARRAY[a.id, v_casus, v_bekend]);
    END IF;
    RETURN v_casus;
END $$;

-- It was somebody else after all: the casus of the aanmelding goes to a new persoon, with what the
-- aanmelding says, and so does the aanmelding. What was written of the other stays with them, their
-- relations too.
CREATE OR REPLACE FUNCTION aanmelding.verbreek_koppeling(p_aanmelding uuid, p_spoor text) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_nieuw uuid;
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
     WHERE aanmelding_id = a.id AND verbroken_op IS NULL FOR UPDATE;
    IF NOT FOUND OR casus.is_gesloten(a.casus_id) OR NOT EXISTS (
            SELECT FROM public.casus_casus c
             WHERE c.id = a.casus_id AND c.hoofdbetrokkene_id = k.persoon_id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_nieuw := aanmelding.maak_persoon(a);
    UPDATE public.casus_casus SET hoofdbetrokkene_id = v_nieuw WHERE id = a.casus_id;
    UPDATE public.casus_betrokkenheid SET persoon_id = v_nieuw
     WHERE casus_id = a.casus_id AND persoon_id = k.persoon_id;
    UPDATE public.aanmelding_aanmelding SET persoon_id = v_nieuw WHERE id = a.id;
    UPDATE public.aanmelding_koppeling SET verbroken_op = now() WHERE id = k.id;
    PERFORM journaal.leg_vast('persoon.losgemaakt', 'persoon', k.persoon_id, a.casus_id, '', true, '',
        'web', p_spoor, ARRAY['persoon', 'verbroken_op'], '{}',
        ARRAY['aanmelding', 'casus', 'persoon', 'persoon'],
        ARRAY[a.id, a.casus_id, k.persoon_id, v_nieuw]);
    RETURN a.casus_id;
END $$;

-- The row of the journaal of an act on an answer: about the aanmelding, and the casus and the persoon that it
-- became.
CREATE OR REPLACE FUNCTION aanmelding.noteer_antwoord(
    p_handeling text, a public.aanmelding_aanmelding, p_spoor text, p_velden text[]
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_soorten text[];
    v_ids uuid[];
BEGIN
    SELECT array_agg(o.soort), array_agg(o.id) INTO v_soorten, v_ids
      FROM (VALUES ('aanmelding', a.id), ('casus', a.casus_id), ('persoon', a.persoon_id)) o(soort, id)
     WHERE o.id IS NOT NULL;
    PERFORM journaal.leg_vast(p_handeling, 'aanmelding', a.id, a.casus_id, '', true, '', 'web', p_spoor,
        p_velden, '{}', v_soorten, v_ids);
END $$;

-- An import may move an aanmelding to another casus: whom it is about there, its package doesn't say.
CREATE FUNCTION aanmelding.laat_persoon_los() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    NEW.persoon_id := NULL;
    RETURN NEW;
END $$;

CREATE TRIGGER persoon_bij_casus BEFORE UPDATE ON aanmelding_aanmelding FOR EACH ROW
    WHEN (OLD.casus_id IS DISTINCT FROM NEW.casus_id AND OLD.persoon_id = NEW.persoon_id)
    EXECUTE FUNCTION aanmelding.laat_persoon_los();

REVOKE ALL ON FUNCTION aanmelding.eis_betrokkene(uuid, text, uuid),
    aanmelding.noteer_besluit(uuid, uuid, uuid, uuid, boolean, text),
    aanmelding.laat_persoon_los() FROM PUBLIC;

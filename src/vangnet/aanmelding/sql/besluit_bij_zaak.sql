-- SPDX-License-Identifier: EUPL-1.2
-- The decision of triage, in the place of that in besluit.sql: the house records it (toegang.md section 2:
-- procesregisseur and procesondersteuner), what is decided of an aanmelding agrees with the casus that it
-- joins, and the journaal names all whom it concerns.

-- Who may be the regisseur of a new casus today; for the house.
CREATE FUNCTION aanmelding.mogelijke_regisseurs() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 50
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT g.id FROM public.gebruikers_gebruiker g
     WHERE (SELECT toegang.is_huis()) AND casus.is_aangewezen(g.id, 'regisseur', NULL);
END $$;

-- What joining a casus needs: it is open and in the sight of the asker, its inzet is the one that was
-- decided on (a casus has one inzet at a time; changing it is an act of its own), and somebody said who the
-- person is in it: `bekend`, or the rol of who is new. Where people stand opposite each other, on which
-- side.
CREATE FUNCTION aanmelding.eis_aansluiten(p_casus uuid, p_besluit text, p_rol text, p_zijde smallint)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM casus.eis_casus(p_casus);
    IF casus.is_gesloten(p_casus)
       OR p_besluit <> (SELECT i.soort FROM public.casus_inzet i
                         WHERE i.casus_id = p_casus AND i.vanaf <= casus.dag()
                         ORDER BY i.vanaf DESC LIMIT 1)
       OR coalesce(p_rol, '') NOT IN ('bekend', 'partner', 'ex_partner', 'kind', 'ouder',
                                      'ander_gezinslid', 'slachtoffer', 'overig')
       OR coalesce(p_zijde, 1) NOT IN (1, 2)
       OR (p_rol <> 'bekend' AND p_zijde IS NULL AND (
            EXISTS (SELECT FROM public.casus_betrokkenheid b
                     WHERE b.casus_id = p_casus AND b.zijde IS NOT NULL)
            OR EXISTS (SELECT FROM public.casus_casusrol r
                        WHERE r.casus_id = p_casus AND r.zijde IS NOT NULL))) THEN
        PERFORM gebruikers.weiger();
    END IF;
END $$;

-- Whom an aanmelding is about becomes a persoon in a casus that there is, from today on; the persoon.
CREATE FUNCTION aanmelding.voeg_persoon_toe(
    a public.aanmelding_aanmelding, p_casus uuid, p_rol text, p_zijde smallint
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_persoon uuid := gen_random_uuid();
BEGIN
    IF coalesce(a.achternaam, '') !~ '\S' THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.personen_persoon (id, kenmerk, achternaam, voornamen, tussenvoegsel,
        geboortedatum, gemeente, eerste_verwerking)
    VALUES (v_persoon, 'P-' || replace(v_persoon::text, '-', ''), a.achternaam, a.voornamen,
        a.tussenvoegsel, a.geboortedatum, a.gemeente, a.eerste_verwerking);
    INSERT INTO public.casus_betrokkenheid (id, casus_id, persoon_id, rol, vanaf, zijde,
        eerste_verwerking)
    VALUES (gen_random_uuid(), p_casus, v_persoon, p_rol, casus.dag(), p_zijde, a.eerste_verwerking);
    RETURN v_persoon;
END $$;

-- The rows of the journaal of a decision: about the aanmelding, the casus and the persoon that it made.
CREATE FUNCTION aanmelding.noteer_besluit(
    p_aanmelding uuid, p_casus uuid, p_persoon uuid, p_regisseur uuid, p_spoor text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_soorten text[] := ARRAY['aanmelding'];
    v_ids uuid[] := ARRAY[p_aanmelding];
BEGIN
    IF p_casus IS NOT NULL THEN
        v_soorten := v_soorten || 'casus'::text;
        v_ids := v_ids || p_casus;
    END IF;
    IF p_persoon IS NOT NULL THEN
        v_soorten := v_soorten || 'persoon'::text;
        v_ids := v_ids || p_persoon;
    END IF;
    IF p_regisseur IS NOT NULL THEN
        PERFORM journaal.leg_vast('casus.geopend', 'casus', p_casus, p_casus, '', true, '', 'web',
            p_spoor, ARRAY['samenstelling', 'hoofdbetrokkene', 'inzet', 'regisseur'], '{}',
            v_soorten || 'gebruiker'::text, v_ids || p_regisseur);
    ELSIF p_persoon IS NOT NULL THEN
        PERFORM journaal.leg_vast('persoon.toegevoegd', 'persoon', p_persoon, p_casus, '', true, '',
            'web', p_spoor, ARRAY['achternaam', 'voornamen', 'tussenvoegsel', 'geboortedatum',
            'gemeente', 'rol', 'vanaf', 'zijde'], '{}', v_soorten, v_ids);
    END IF;
    PERFORM journaal.leg_vast('aanmelding.besloten', 'aanmelding', p_aanmelding, p_casus, '', true, '',
        'web', p_spoor,
        CASE WHEN p_casus IS NULL THEN ARRAY['triage_besluit', 'reden', 'verwezen_naar']
             ELSE ARRAY['triage_besluit', 'casus'] END, '{}', v_soorten, v_ids);
END $$;

CREATE OR REPLACE FUNCTION aanmelding.besluit(
    p_aanmelding uuid, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_besluit text := p_inhoud->>'besluit';
    v_is_casus boolean := coalesce(v_besluit IN ('procesregie', 'ondersteuning'), false);
    v_casus uuid;
    v_persoon uuid;
    a public.aanmelding_aanmelding;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR (p_casus IS NOT NULL AND NOT v_is_casus) THEN
        PERFORM gebruikers.weiger();
    END IF;
    PERFORM aanmelding.eis_besluit(v_besluit, p_inhoud->>'reden', p_inhoud->>'verwezen_naar',
        p_inhoud->'oordelen', p_inhoud->'beslissers');
    IF p_casus IS NOT NULL THEN
        PERFORM aanmelding.eis_aansluiten(p_casus, v_besluit, p_inhoud->>'persoon_rol',
            (p_inhoud->>'zijde')::smallint);
        v_casus := p_casus;
        IF p_inhoud->>'persoon_rol' <> 'bekend' THEN
            v_persoon := aanmelding.voeg_persoon_toe(a, p_casus, p_inhoud->>'persoon_rol',
                (p_inhoud->>'zijde')::smallint);
        END IF;
    ELSIF v_is_casus THEN
        v_casus := aanmelding.open_casus(a, v_besluit, p_inhoud->>'samenstelling', p_regisseur);
        SELECT c.hoofdbetrokkene_id INTO v_persoon FROM public.casus_casus c WHERE c.id = v_casus;
    END IF;
    INSERT INTO public.aanmelding_criteriumoordeel (id, aanmelding_id, criterium, geldt, motivering)
    SELECT gen_random_uuid(), a.id, o->>'criterium', (o->>'geldt')::boolean, o->>'motivering'
      FROM jsonb_array_elements(p_inhoud->'oordelen') o;
    INSERT INTO public.aanmelding_beslisser (id, aanmelding_id, naam, organisatie_id, akkoord)
    SELECT gen_random_uuid(), a.id, b->>'naam', (b->>'organisatie')::uuid, (b->>'akkoord')::boolean
      FROM jsonb_array_elements(p_inhoud->'beslissers') b;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = casus.dag(), triage_besluit = v_besluit, reden = p_inhoud->>'reden',
           verwezen_naar = p_inhoud->>'verwezen_naar', casus_id = v_casus
     WHERE id = a.id;
    PERFORM aanmelding.noteer_besluit(a.id, v_casus, v_persoon,
        CASE WHEN p_casus IS NULL AND v_is_casus THEN p_regisseur END, p_spoor);
    RETURN v_casus;
END $$;

REVOKE ALL ON FUNCTION aanmelding.mogelijke_regisseurs(),
    aanmelding.eis_aansluiten(uuid, text, text, smallint),
    aanmelding.voeg_persoon_toe(public.aanmelding_aanmelding, uuid, text, smallint),
    aanmelding.noteer_besluit(uuid, uuid, uuid, uuid, text) FROM PUBLIC;

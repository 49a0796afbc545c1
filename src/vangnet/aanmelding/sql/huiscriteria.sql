-- SPDX-License-Identifier: EUPL-1.2
-- Triage also finds something of each criterium of the house. In the place of aanmelding.besluit in
-- zelfde_persoon.sql.

-- Write down how an aanmelding was decided on: of each criterium of the law and of the house, and by whom.
-- One verdict for each criterium of the house that counts today, and for no other.
CREATE FUNCTION aanmelding.leg_oordelen_vast(p_aanmelding uuid, p_inhoud jsonb) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_huis jsonb := coalesce(p_inhoud->'huisoordelen', '[]');
BEGIN
    IF jsonb_typeof(v_huis) <> 'array'
       OR EXISTS (SELECT FROM jsonb_array_elements(v_huis) o
                   WHERE coalesce(o->>'motivering', '') !~ '\S' OR (o->>'geldt') IS NULL)
       OR (SELECT coalesce(array_agg(c.id ORDER BY c.id), '{}') FROM public.aanmelding_huiscriterium c
            WHERE c.vanaf <= casus.dag() AND coalesce(c.tot >= casus.dag(), true))
          <> (SELECT coalesce(array_agg((o->>'criterium')::uuid ORDER BY (o->>'criterium')::uuid), '{}')
                FROM jsonb_array_elements(v_huis) o) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_criteriumoordeel (id, aanmelding_id, criterium, geldt, motivering)
    SELECT gen_random_uuid(), p_aanmelding, o->>'criterium', (o->>'geldt')::boolean, o->>'motivering'
      FROM jsonb_array_elements(p_inhoud->'oordelen') o;
    INSERT INTO public.aanmelding_huisoordeel (id, aanmelding_id, criterium_id, geldt, motivering)
    SELECT gen_random_uuid(), p_aanmelding, (o->>'criterium')::uuid, (o->>'geldt')::boolean,
           o->>'motivering'
      FROM jsonb_array_elements(v_huis) o;
    INSERT INTO public.aanmelding_beslisser (id, aanmelding_id, naam, organisatie_id, akkoord)
    SELECT gen_random_uuid(), p_aanmelding, b->>'naam', (b->>'organisatie')::uuid,
           (b->>'akkoord')::boolean
      FROM jsonb_array_elements(p_inhoud->'beslissers') b;
END $$;

CREATE OR REPLACE FUNCTION aanmelding.besluit(
    p_aanmelding uuid, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_besluit text := p_inhoud->>'besluit';
    v_is_casus boolean := coalesce(v_besluit IN ('procesregie', 'ondersteuning'), false);
    v_bekend uuid := (p_inhoud->>'persoon')::uuid;
    v_casus uuid;
    v_persoon uuid;
    a public.aanmelding_aanmelding;
BEGIN
    PERFORM gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.triage_besluit IS NOT NULL OR a.dicht OR (p_casus IS NOT NULL AND NOT v_is_casus)
       OR (v_bekend IS NOT NULL AND (p_casus IS NOT NULL OR NOT v_is_casus)) THEN
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
        v_casus := p_casus;
        IF p_inhoud->>'persoon_rol' <> 'bekend' THEN
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

-- What hangs on an aanmelding goes with it, whatever destroys that.
CREATE FUNCTION aanmelding.hangt_eraan() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    DELETE FROM public.aanmelding_huisoordeel o WHERE o.aanmelding_id = OLD.id;
    RETURN OLD;
END $$;

CREATE TRIGGER hangt_eraan BEFORE DELETE ON aanmelding_aanmelding
    FOR EACH ROW EXECUTE FUNCTION aanmelding.hangt_eraan();

REVOKE ALL ON FUNCTION aanmelding.leg_oordelen_vast(uuid, jsonb), aanmelding.hangt_eraan() FROM PUBLIC;

-- SPDX-License-Identifier: EUPL-1.2
-- A kenmerk means here the casus that it means everywhere (casus.met_kenmerk). For hiding, more is read: whatever may be
-- typed for a casus that a reader may not know of, hides it.

-- The row of the journaal of a question to reopen, or of having looked at one. It concerns the casus of that
-- kenmerk, if there is one. That subject is nobody's own trace: who asks must not read whether there is such a
-- casus (toegang.md section 6 and 2). Who may open its trace reads it, and who supervises.
CREATE OR REPLACE FUNCTION afsluiting.noteer_heropenvraag(p_handeling text, p_vraag uuid, p_velden text[], p_spoor text)
RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['trajectbegeleider', 'procesregisseur']);
    v_handeling uuid;
    q public.afsluiting_heropenvraag;
BEGIN
    SELECT * INTO q FROM public.afsluiting_heropenvraag WHERE id = p_vraag;
    IF q.id IS NULL
       OR (p_handeling = 'heropenen.gevraagd' AND q.gevraagd_door_id = v_wie) IS NOT TRUE
      AND (p_handeling = 'heropenen.behandeld' AND q.behandeld_op IS NOT NULL
           AND toegang.heeft_een(ARRAY['procesregisseur']) AND p_vraag IN (SELECT afsluiting.mijn_heropenvragen())) IS NOT TRUE THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_handeling := journaal.leg_vast(p_handeling, 'heropenvraag', p_vraag, NULL, '', true, '', 'web', p_spoor,
        p_velden, '{}', ARRAY[]::text[], ARRAY[]::uuid[]);
    INSERT INTO public.journaal_onderwerp (id, handeling_id, gebruiker, casus, soort, onderwerp)
    SELECT gen_random_uuid(), v_handeling, NULL, c.id, 'casus', c.id
      FROM public.casus_casus c
     WHERE c.id = casus.met_kenmerk(q.kenmerk);
END $$;

-- The questions that the house reads: not one about a casus that is beperkt, unless the asker is a procesregisseur
-- who may know of it, as for reopening it. A kenmerk that there is not stays, as it was typed: who asked is told
-- nothing. So nobody handles what they asked themselves, with whichever account: that it can't be handled would
-- tell that there is such a casus. However it was typed over.
CREATE OR REPLACE FUNCTION afsluiting.mijn_heropenvragen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_regisseur boolean := toegang.heeft_een(ARRAY['procesregisseur']);
BEGIN
    IF NOT toegang.is_huis() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT v.id FROM public.afsluiting_heropenvraag v
     WHERE NOT gebruikers.is_zelfde_mens(v.gevraagd_door_id, v_wie) AND NOT EXISTS (
        SELECT FROM public.casus_casus c
         WHERE c.beperkt AND (casus.kaal_kenmerk(c.kenmerk) = casus.kaal_kenmerk(v.kenmerk)
                              OR casus.kort_kenmerk(c.kenmerk) = casus.kort_kenmerk(v.kenmerk))
           AND NOT (v_regisseur AND afsluiting.kent_gesloten(v_wie, c)));
END $$;

-- Of which question that waits the casus is open, as far as the asker sees it: there is nothing to reopen. Only here is
-- known which one is meant: nobody of the house sees a closed casus, which may come first.
CREATE OR REPLACE FUNCTION afsluiting.open_bij_heropenvragen(OUT vraag uuid, OUT zaak uuid) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT toegang.is_huis() THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT v.id, c.id
      FROM public.afsluiting_heropenvraag v JOIN public.casus_casus c ON c.id = casus.met_kenmerk(v.kenmerk)
     WHERE v.behandeld_op IS NULL AND NOT c.gesloten
       AND (NOT c.dicht OR c.id IN (SELECT h FROM casus.mijn_hele_casussen() h))
       AND v.id IN (SELECT m FROM afsluiting.mijn_heropenvragen() m);
END $$;

REVOKE ALL ON FUNCTION afsluiting.open_bij_heropenvragen() FROM PUBLIC;

-- SPDX-License-Identifier: EUPL-1.2
-- The term of destroying counts from the first decision, whatever corrects that; and some stay longer. In the
-- place of what stands in antwoord.sql and correctie.sql.

-- The day on which an aanmelding without casus is destroyed. p_besloten: the first decision; p_binnen: when it
-- came into this database, so that what is imported stays as long as what is decided here; p_bereikt: when the
-- aanmelder had the answer; p_dagen: the term of the house; p_uitgesteld: not before that day.
CREATE FUNCTION aanmelding.verdwijnt_op(
    p_besloten date, p_binnen timestamptz, p_bereikt timestamptz, p_dagen integer, p_uitgesteld date
) RETURNS date
LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog, pg_temp AS $$
    SELECT greatest(p_uitgesteld, least(
        greatest(p_besloten, (p_binnen AT TIME ZONE 'Europe/Amsterdam')::date) + p_dagen,
        (p_bereikt AT TIME ZONE 'Europe/Amsterdam')::date + 1))
$$;

-- Whether an aanmelding is due today, as it stands now.
CREATE FUNCTION aanmelding.is_verlopen(p_aanmelding uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
    SELECT EXISTS (
        SELECT FROM public.aanmelding_aanmelding a
          CROSS JOIN public.inrichting_huis h
          LEFT JOIN public.aanmelding_antwoord w ON w.aanmelding_id = a.id
         WHERE a.id = p_aanmelding AND a.casus_id IS NULL AND a.triage_besluit IS NOT NULL
           AND aanmelding.verdwijnt_op(coalesce(a.termijn_vanaf, a.triage_op), a.aangemaakt_op,
                CASE WHEN w.wijze = 'in_vangnet' THEN w.gelezen_op ELSE w.gegeven_op END,
                h.vernietig_dagen, a.uitgesteld_tot) <= casus.dag())
$$;

CREATE OR REPLACE FUNCTION aanmelding.vernietig_verlopen(p_spoor text) RETURNS integer
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_ids uuid[];
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') NOT IN ('opdracht', 'taak')
       OR NOT toegang.heeft_een(ARRAY['opdrachtregel']) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT array_agg(due.id) INTO v_ids FROM (
        SELECT a.id FROM public.aanmelding_aanmelding a
         WHERE a.casus_id IS NULL AND a.triage_besluit IS NOT NULL AND aanmelding.is_verlopen(a.id)
         ORDER BY a.triage_op, a.id
         LIMIT 500) due;
    IF v_ids IS NULL THEN
        RETURN 0;
    END IF;
    RETURN aanmelding.vernietig_afgewezen(v_ids, p_spoor);
END $$;

DROP FUNCTION aanmelding.verdwijnt_op(date, timestamptz, timestamptz, integer);

-- A corrected decision goes on under the term of the first one.
CREATE OR REPLACE FUNCTION aanmelding.corrigeer(
    p_aanmelding uuid, p_waarom text, p_inhoud jsonb, p_casus uuid, p_regisseur uuid, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner']);
    a public.aanmelding_aanmelding;
BEGIN
    SELECT * INTO a FROM public.aanmelding_aanmelding WHERE id = p_aanmelding FOR UPDATE;
    IF NOT FOUND OR a.dicht OR a.triage_besluit IS NULL OR a.casus_id IS NOT NULL
       OR coalesce(p_waarom, '') !~ '\S' OR length(p_waarom) > 1000
       OR EXISTS (SELECT FROM public.aanmelding_antwoord w WHERE w.aanmelding_id = a.id) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.aanmelding_vorigbesluit (id, aanmelding_id, besluit, besloten_op, reden,
        verwezen_naar, hoe, waarom, gecorrigeerd_door_id, gecorrigeerd_op)
    VALUES (gen_random_uuid(), a.id, a.triage_besluit, a.triage_op, a.reden, a.verwezen_naar,
        jsonb_build_object(
            'oordelen', (SELECT coalesce(jsonb_agg(jsonb_build_object('criterium', o.criterium,
                    'geldt', o.geldt, 'motivering', o.motivering) ORDER BY o.criterium), '[]')
                FROM public.aanmelding_criteriumoordeel o WHERE o.aanmelding_id = a.id),
            'huisoordelen', (SELECT coalesce(jsonb_agg(jsonb_build_object('tekst', c.tekst,
                    'geldt', o.geldt, 'motivering', o.motivering) ORDER BY c.vanaf, c.id), '[]')
                FROM public.aanmelding_huisoordeel o
                JOIN public.aanmelding_huiscriterium c ON c.id = o.criterium_id
                WHERE o.aanmelding_id = a.id),
            'beslissers', (SELECT coalesce(jsonb_agg(jsonb_build_object('naam', b.naam,
                    'organisatie', g.naam, 'akkoord', b.akkoord) ORDER BY b.naam), '[]')
                FROM public.aanmelding_beslisser b
                JOIN public.organisaties_organisatie g ON g.id = b.organisatie_id
                WHERE b.aanmelding_id = a.id)),
        p_waarom, v_wie, now());
    DELETE FROM public.aanmelding_criteriumoordeel WHERE aanmelding_id = a.id;
    DELETE FROM public.aanmelding_huisoordeel WHERE aanmelding_id = a.id;
    DELETE FROM public.aanmelding_beslisser WHERE aanmelding_id = a.id;
    UPDATE public.aanmelding_aanmelding
       SET triage_op = NULL, triage_besluit = NULL, reden = NULL, verwezen_naar = NULL,
           termijn_vanaf = coalesce(a.termijn_vanaf, a.triage_op)
     WHERE id = a.id;
    PERFORM aanmelding.noteer_antwoord('aanmelding.gecorrigeerd', a, p_spoor,
        ARRAY['triage_besluit', 'waarom']);
    RETURN aanmelding.besluit(p_aanmelding, p_inhoud, p_casus, p_regisseur, p_spoor);
END $$;

REVOKE ALL ON FUNCTION aanmelding.verdwijnt_op(date, timestamptz, timestamptz, integer, date),
    aanmelding.is_verlopen(uuid) FROM PUBLIC;

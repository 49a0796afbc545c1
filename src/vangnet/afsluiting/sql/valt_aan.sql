-- SPDX-License-Identifier: EUPL-1.2
-- Who was asked to go on with a casus may have handed their rol to a colleague, or work there no more. The
-- question falls to who takes part for that organisation then, as an afspraak by name does.

-- The open handovers that fall to `wie`, by a rol that reaches as far as each that the one who was asked had
-- there: what was asked may be of one side. For functions of the owner, which give it the asker.
CREATE FUNCTION afsluiting.gevallen_aan(wie uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE PARALLEL RESTRICTED ROWS 5 AS $$
    SELECT o.id FROM casus.partnerrollen_van(wie) p
      JOIN public.afsluiting_overdracht o
        ON o.casus_id = p.casus_id AND o.organisatie_id = p.organisatie_id
     WHERE o.antwoord IS NULL AND o.gebruiker_id IS NOT NULL
       AND (NOT gebruikers.is_lopend_mens(o.gebruiker_id) OR NOT EXISTS (
            SELECT FROM casus.partnerrollen_van(o.gebruiker_id) r
             WHERE r.casus_id = o.casus_id AND r.organisatie_id = o.organisatie_id))
       AND NOT EXISTS (
            SELECT FROM public.casus_casusrol r
             WHERE r.casus_id = o.casus_id AND r.organisatie_id = o.organisatie_id
               AND r.gebruiker_id = o.gebruiker_id AND r.antwoord = 'aanvaard'
               AND p.zijde IS NOT NULL AND r.zijde IS DISTINCT FROM p.zijde)
$$;

CREATE FUNCTION afsluiting.mijn_gevallen_overdrachten() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 5
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT g FROM afsluiting.gevallen_aan(v_wie) g;
END $$;

-- In the place of the one in intrekken.sql: it is answered too by who it falls to, and is theirs from then on.
CREATE OR REPLACE FUNCTION afsluiting.beantwoord_overdracht(
    p_overdracht uuid, p_antwoord text, p_reden text, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    v_terug boolean := p_antwoord = 'teruggenomen';
    v_antwoord text := CASE WHEN p_antwoord = 'teruggenomen' THEN 'ingetrokken' ELSE p_antwoord END;
    v_door uuid;
    o public.afsluiting_overdracht;
BEGIN
    -- The casus first, as every other act locks it; then what was asked, read anew.
    PERFORM FROM public.casus_casus c
      JOIN public.afsluiting_overdracht x ON x.casus_id = c.id
     WHERE x.id = p_overdracht FOR UPDATE OF c;
    SELECT * INTO o FROM public.afsluiting_overdracht WHERE id = p_overdracht FOR UPDATE;
    IF NOT FOUND
       OR coalesce(v_antwoord, '') NOT IN ('aanvaard', 'geweigerd', 'ingetrokken')
       OR (p_antwoord = 'geweigerd' AND coalesce(p_reden, '') !~ '\S')
       OR o.antwoord IS DISTINCT FROM (CASE WHEN v_terug THEN 'aanvaard' END)
       OR EXISTS (SELECT FROM public.afsluiting_besluit b
                   WHERE b.overdracht_id = p_overdracht AND b.akkoord IS NOT FALSE) THEN
        PERFORM gebruikers.weiger();
    END IF;
    v_door := o.gebruiker_id;
    IF v_antwoord = 'ingetrokken' OR o.gebruiker_id IS NULL THEN
        PERFORM afsluiting.eis_huiswerk(v_wie, o.casus_id);
    ELSIF p_overdracht IN (SELECT g FROM afsluiting.gevallen_aan(v_wie) g)
       OR (o.gebruiker_id = v_wie AND EXISTS (
            SELECT FROM casus.partnerrollen_van(v_wie) r
             WHERE r.casus_id = o.casus_id AND r.organisatie_id = o.organisatie_id)) THEN
        v_door := v_wie;
    ELSE
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.afsluiting_overdracht
       SET antwoord = v_antwoord, reden = nullif(p_reden, ''), beantwoord_op = casus.dag(),
           beantwoord_door_id = v_wie, gebruiker_id = v_door
     WHERE id = p_overdracht;
    PERFORM casus.noteer('overdracht.' || v_antwoord, 'overdracht', p_overdracht, o.casus_id, p_spoor,
        CASE WHEN v_door IS DISTINCT FROM o.gebruiker_id THEN ARRAY['antwoord', 'reden', 'gebruiker']
             ELSE ARRAY['antwoord', 'reden'] END, v_door);
    RETURN o.casus_id;
END $$;

REVOKE ALL ON FUNCTION afsluiting.gevallen_aan(uuid), afsluiting.mijn_gevallen_overdrachten() FROM PUBLIC;

-- SPDX-License-Identifier: EUPL-1.2
-- Who sees and writes what is contributed to a casus (toegang.md section 4). No function that the
-- application may call takes an identity: each tells the asker about the asker alone. Of the functions
-- that read, the bodies were replaced in tellende_rollen.sql.

-- A rol that was ended is over at the next request, whatever its last day says.
CREATE OR REPLACE FUNCTION casus.lopende_rollen(OUT casus_id uuid, OUT organisatie_id uuid, OUT zijde smallint)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    RETURN QUERY SELECT r.casus_id, r.organisatie_id, r.zijde FROM public.casus_casusrol r
     WHERE r.gebruiker_id = wie AND r.antwoord = 'aanvaard' AND r.beeindigd_op IS NULL
       AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag)
       AND NOT casus.is_gesloten(r.casus_id);
END $$;

-- Named as the house's own. Not a look with a reason: that one reads and never writes.
CREATE FUNCTION casus.mijn_huiscasussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider']) THEN
        RETURN QUERY SELECT r.casus_id FROM casus.lopende_rollen() r;
    END IF;
END $$;

-- The rollen that count for a partner: of an organisation that still designates them.
CREATE FUNCTION casus.mijn_partnerrollen(OUT casus_id uuid, OUT organisatie_id uuid, OUT zijde smallint)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.casus_id, r.organisatie_id, r.zijde FROM casus.lopende_rollen() r
     WHERE r.organisatie_id IN (SELECT o FROM toegang.mijn_organisaties(ARRAY['ketenpartner']) o);
END $$;

CREATE FUNCTION casus.mijn_partnercasussen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT r.casus_id FROM casus.mijn_partnerrollen() r;
END $$;

-- What a partner sees: shared with everybody or with their organisation, about nobody of another side;
-- and their own. delen/regels.py says the same in Python.
CREATE FUNCTION casus.mijn_bijdragen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    wie uuid := toegang.vrager();
BEGIN
    RETURN QUERY SELECT b.id FROM casus.mijn_partnerrollen() r
      JOIN public.casus_bijdrage b ON b.casus_id = r.casus_id
      LEFT JOIN public.casus_betrokkenheid m ON m.id = b.betrokkenheid_id
     WHERE b.auteur_id = wie
        OR (b.ingetrokken_op IS NULL
            AND (m.zijde IS NULL OR r.zijde IS NULL OR m.zijde = r.zijde)
            AND (b.publiek = 'iedereen'
                 OR (b.publiek = 'organisaties' AND EXISTS (
                       SELECT FROM public.casus_bijdragepubliek p
                        WHERE p.bijdrage_id = b.id AND p.organisatie_id = r.organisatie_id))));
END $$;

-- Taking back is an act of the author, for good: the text stays for who is accountable for it.
CREATE FUNCTION casus.trek_bijdrage_in(p_bijdrage uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur', 'procesondersteuner', 'trajectbegeleider',
                                       'ketenpartner']);
    b public.casus_bijdrage;
BEGIN
    SELECT * INTO b FROM public.casus_bijdrage WHERE id = p_bijdrage FOR UPDATE;
    IF NOT FOUND OR b.auteur_id <> v_wie OR b.ingetrokken_op IS NOT NULL
       OR NOT ((toegang.is_huis() AND NOT b.dicht)
               OR b.casus_id IN (SELECT h FROM casus.mijn_huiscasussen() h)
               OR b.casus_id IN (SELECT p FROM casus.mijn_partnercasussen() p)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    UPDATE public.casus_bijdrage SET ingetrokken_op = now() WHERE id = p_bijdrage;
    PERFORM casus.noteer('bijdrage.ingetrokken', 'bijdrage', p_bijdrage, b.casus_id, p_spoor,
        ARRAY['ingetrokken_op'], NULL);
END $$;

-- The row of the journaal of an act in a casus; gebruiker: whom it concerns beside the casus.
CREATE FUNCTION casus.noteer(
    p_handeling text, p_soort text, p_object uuid, p_casus uuid, p_spoor text, p_velden text[],
    p_gebruiker uuid
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    PERFORM journaal.leg_vast(p_handeling, p_soort, p_object, p_casus, '', true, '', 'web', p_spoor,
        p_velden, '{}',
        CASE WHEN p_gebruiker IS NULL THEN ARRAY['casus'] ELSE ARRAY['casus', 'gebruiker'] END,
        CASE WHEN p_gebruiker IS NULL THEN ARRAY[p_casus] ELSE ARRAY[p_casus, p_gebruiker] END);
END $$;

REVOKE ALL ON FUNCTION casus.mijn_huiscasussen(), casus.mijn_partnerrollen(),
    casus.mijn_partnercasussen(), casus.mijn_bijdragen(), casus.trek_bijdrage_in(uuid, text),
    casus.noteer(text, text, uuid, uuid, text, text[], uuid) FROM PUBLIC;

-- SPDX-License-Identifier: EUPL-1.2
-- In place of those in deelname.sql: a trajectbegeleider is not invited but assigned, by
-- voortgang.wijs_traject_toe, which asks for procesregie.

-- Offer somebody a place, or note that an organisation takes part (no gebruiker). A regisseur may take
-- a place themselves in a casus that is open to the house, never in one that is beperkt.
CREATE OR REPLACE FUNCTION casus.nodig_uit(
    p_casus uuid, p_gebruiker uuid, p_organisatie uuid, p_rol text, p_zijde int, p_spoor text
) RETURNS uuid
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := gebruikers.eis(ARRAY['procesregisseur']);
    v_beperkt boolean := casus.eis_casus(p_casus);
    v_zelf boolean := coalesce(gebruikers.is_zelfde_mens(p_gebruiker, v_wie), false);
    v_meteen boolean := p_gebruiker IS NULL OR p_gebruiker = v_wie;
    v_id uuid := gen_random_uuid();
BEGIN
    IF p_rol IS NULL OR (p_rol = 'deelnemer') <> (p_organisatie IS NOT NULL)
       OR p_rol NOT IN ('regisseur', 'procesondersteuner', 'deelnemer')
       OR (p_gebruiker IS NULL AND p_rol <> 'deelnemer') OR (v_zelf AND v_beperkt)
       OR (p_gebruiker IS NOT NULL AND NOT casus.is_aangewezen(p_gebruiker, p_rol, p_organisatie))
       OR (p_organisatie IS NOT NULL AND NOT EXISTS (
            SELECT FROM public.organisaties_organisatie o
             WHERE o.id = p_organisatie AND o.deelnemer IS DISTINCT FROM 'derde'))
       OR p_zijde NOT BETWEEN 1 AND 9
       OR casus.staat_erop(p_casus, p_gebruiker, p_organisatie) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO public.casus_casusrol (id, casus_id, gebruiker_id, organisatie_id, rol, zijde,
        uitgenodigd_op, antwoord, vanaf)
    VALUES (v_id, p_casus, p_gebruiker, p_organisatie, p_rol, p_zijde, casus.dag(),
        CASE WHEN v_meteen THEN 'aanvaard' END, CASE WHEN v_meteen THEN casus.dag() END);
    PERFORM casus.noteer('casusrol.uitgenodigd', 'casusrol', v_id, p_casus, p_spoor,
        ARRAY['gebruiker', 'organisatie', 'rol', 'zijde'], p_gebruiker);
    RETURN v_id;
END $$;

-- Whom a regisseur may invite, and to whom a coordinator may hand over: account, organisation (none:
-- the house) and kind of rol.
CREATE OR REPLACE FUNCTION casus.te_benaderen(OUT gebruiker uuid, OUT organisatie uuid, OUT rol text)
RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 100
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_regisseur boolean := toegang.heeft_een(ARRAY['procesregisseur']);
BEGIN
    RETURN QUERY SELECT DISTINCT a.gebruiker, CASE WHEN s.rol = 'deelnemer' THEN a.organisatie END, s.rol
      FROM public.toegang_accountrol a
      JOIN (VALUES ('procesregisseur', 'regisseur'), ('procesondersteuner', 'procesondersteuner'),
                   ('ketenpartner', 'deelnemer'))
           AS s(accountrol, rol) ON s.accountrol = a.rol
     WHERE casus.is_aangewezen(a.gebruiker, s.rol, a.organisatie)
       AND (v_regisseur OR (s.rol = 'deelnemer' AND a.organisatie IN (
                SELECT o FROM toegang.mijn_organisaties(ARRAY['coordinator']) o)));
END $$;

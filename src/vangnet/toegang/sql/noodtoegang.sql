-- SPDX-License-Identifier: EUPL-1.2
-- To open, end and judge a look at one casus (toegang.md section 5). The application writes the table in
-- no other way. What may not be opened and what doesn't exist is answered alike, and each act leaves its
-- row in the journaal.
CREATE FUNCTION toegang.weiger_inzage() RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RAISE EXCEPTION 'niet toegestaan' USING ERRCODE = 'insufficient_privilege';
END $$;

-- The end of the n-th working day after a moment: Monday to Friday, in the time of the house. Public
-- holidays count as working days: the term is then a day shorter, never longer.
CREATE FUNCTION toegang.werkdagen_later(p_moment timestamptz, p_dagen integer) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, pg_temp AS $$
    SELECT (max(x.d)::date + 1)::timestamp AT TIME ZONE 'Europe/Amsterdam'
      FROM (SELECT d FROM generate_series((p_moment AT TIME ZONE 'Europe/Amsterdam')::date + 1,
                                          (p_moment AT TIME ZONE 'Europe/Amsterdam')::date + 14,
                                          interval '1 day') d
             WHERE extract(isodow FROM d) < 6 ORDER BY d LIMIT p_dagen) x
$$;

-- Which kind of look the asker may have with this reason; nothing when none. Replaced by
-- inzage_grenzen.sql.
CREATE FUNCTION toegang.soort_inzage(p_reden text) RETURNS text
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'mens' THEN
        RETURN NULL;
    END IF;
    RETURN CASE
        WHEN p_reden IN ('acuut_gevaar', 'vervanging', 'teruggekeerd')
             AND toegang.heeft_een(ARRAY['procesregisseur', 'procesondersteuner', 'manager'])
            THEN 'noodtoegang'
        WHEN p_reden IN ('verzoek_betrokkene', 'steekproef', 'klacht_of_incident', 'audit')
             AND toegang.heeft_een(ARRAY['privacy_officer', 'auditor'])
            THEN 'rechtmatigheid'
        WHEN p_reden = 'steekproef' AND toegang.heeft_een(ARRAY['kwaliteitsmedewerker'])
            THEN 'rechtmatigheid'
    END;
END $$;

-- The looks that wait for the asker's verdict: never one's own, also not under another account. The FG
-- judges all of them; a manager those of an FG, of either kind. An FG who is regisseur as well may break
-- the glass too, and in most houses there is no second FG.
CREATE FUNCTION toegang.te_beoordelen() RETURNS SETOF uuid
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_fg boolean := toegang.heeft_een(ARRAY['privacy_officer']);
    v_manager boolean := toegang.heeft_een(ARRAY['manager']);
BEGIN
    IF NOT (v_fg OR v_manager) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT i.id FROM public.toegang_inzage i
     WHERE i.beoordeeld_op IS NULL AND NOT gebruikers.is_zelfde_mens(i.gebruiker, v_wie)
       AND (v_fg OR (v_manager AND EXISTS (
            SELECT FROM public.toegang_accountrol r
             WHERE r.gebruiker = i.gebruiker AND r.rol = 'privacy_officer'
               AND r.vanaf <= (i.vanaf AT TIME ZONE 'Europe/Amsterdam')::date
               AND coalesce(r.tot, 'infinity') >= (i.vanaf AT TIME ZONE 'Europe/Amsterdam')::date
               AND coalesce(r.beeindigd_op, 'infinity') >= i.vanaf)));
END $$;

-- The kenmerk of one's own looks, which one typed oneself, and of what one has to judge.
CREATE FUNCTION toegang.kenmerken_van_inzagen(OUT inzage uuid, OUT kenmerk text) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN QUERY SELECT i.id, c.kenmerk::text FROM public.toegang_inzage i
      JOIN public.casus_casus c ON c.id = i.casus
     WHERE i.gebruiker = toegang.vrager()
        OR i.id = ANY(ARRAY(SELECT t FROM toegang.te_beoordelen() t));
END $$;

-- What somebody did under a look, for who has to judge it.
CREATE FUNCTION toegang.gedaan_bij_inzage(
    p_inzage uuid, OUT moment timestamptz, OUT handeling text, OUT personen bigint
) RETURNS SETOF record
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 20
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF NOT EXISTS (SELECT FROM toegang.te_beoordelen() t WHERE t = p_inzage) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT h.moment, h.handeling::text,
           (SELECT count(*) FROM public.journaal_onderwerp o
             WHERE o.handeling_id = h.id AND o.soort = 'persoon')
      FROM public.toegang_inzage i
      JOIN public.journaal_handeling h ON h.gebruiker = i.gebruiker AND h.moment >= i.vanaf
     WHERE i.id = p_inzage AND h.noodtoegang = i.id ORDER BY h.moment;
END $$;

-- When break-glass was used on a casus, for the regisseur who is named on it: moments, and no names.
-- Replaced by inzage_grenzen.sql.
CREATE FUNCTION toegang.noodtoegang_op(p_casus uuid) RETURNS SETOF timestamptz
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000 ROWS 2
SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    dag date := (now() AT TIME ZONE 'Europe/Amsterdam')::date;
BEGIN
    IF NOT toegang.is_huis()
       OR NOT EXISTS (SELECT FROM casus.lopende_rollen() r WHERE r.casus_id = p_casus)
       OR NOT EXISTS (
        SELECT FROM public.casus_casusrol r
         WHERE r.casus_id = p_casus AND r.gebruiker_id = toegang.vrager() AND r.rol = 'regisseur'
           AND r.antwoord = 'aanvaard' AND r.vanaf <= dag AND (r.tot IS NULL OR r.tot >= dag)) THEN
        RETURN;
    END IF;
    RETURN QUERY SELECT i.vanaf FROM public.toegang_inzage i
     WHERE i.casus = p_casus AND i.soort = 'noodtoegang'
       AND i.vanaf BETWEEN now() - interval '30 days' AND now() ORDER BY i.vanaf DESC;
END $$;

-- An hour in one casus. Everything that could differ between a casus that is there and one that isn't
-- is checked before it is looked up.
CREATE FUNCTION toegang.open_inzage(
    p_kenmerk text, p_reden text, p_toelichting text, p_spoor text,
    OUT casus_id uuid, OUT uitkomst text
)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_wie uuid := toegang.vrager();
    v_soort text := toegang.soort_inzage(p_reden);
    v_id uuid := gen_random_uuid();
BEGIN
    IF v_soort IS NULL OR coalesce(p_toelichting, '') !~ '\S.{9,}' THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    -- Two at once: the second waits, and finds the first.
    PERFORM pg_advisory_xact_lock(hashtextextended('inzage ' || v_wie::text, 0));
    IF v_soort = 'noodtoegang' AND EXISTS (
        SELECT FROM public.toegang_inzage i
         WHERE i.gebruiker = v_wie AND i.soort = 'noodtoegang' AND i.beoordeeld_op IS NULL) THEN
        uitkomst := 'wacht_op_oordeel';
        RETURN;
    END IF;
    -- Break-glass is for what is open and what one doesn't see anyway.
    SELECT c.id INTO casus_id FROM public.casus_casus c
     WHERE c.kenmerk = p_kenmerk AND (v_soort = 'rechtmatigheid' OR NOT (
           c.gesloten OR (toegang.is_huis() AND NOT c.dicht)
           OR c.id = ANY(ARRAY(SELECT h FROM casus.mijn_hele_casussen() h))));
    IF casus_id IS NULL THEN
        uitkomst := 'niet_gevonden';
        RETURN;
    END IF;
    uitkomst := 'geopend';
    IF casus_id = ANY(ARRAY(SELECT m FROM toegang.mijn_inzagen() m)) THEN
        RETURN;
    END IF;
    INSERT INTO public.toegang_inzage (id, gebruiker, casus, soort, reden, toelichting, vanaf, tot,
        beoordelen_voor)
    VALUES (v_id, v_wie, casus_id, v_soort, p_reden, p_toelichting, now(),
        now() + interval '60 minutes', toegang.werkdagen_later(now(), 2));
    PERFORM journaal.leg_vast('inzage.geopend', 'inzage', v_id, casus_id, p_reden, true, v_soort,
        'web', p_spoor, ARRAY['reden', 'toelichting'], '{}', ARRAY['casus'], ARRAY[casus_id]);
END $$;

-- One's own, before the hour is over.
CREATE FUNCTION toegang.beeindig_inzage(p_id uuid, p_spoor text) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_casus uuid;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'mens' THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    UPDATE public.toegang_inzage i
       SET tot = greatest(now(), i.vanaf + interval '1 microsecond')
     WHERE i.id = p_id AND i.gebruiker = toegang.vrager() AND i.beoordeeld_op IS NULL
       AND i.tot > now()
    RETURNING i.casus INTO v_casus;
    IF NOT FOUND THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    PERFORM journaal.leg_vast('inzage.beeindigd', 'inzage', p_id, v_casus, '', true, '', 'web',
        p_spoor, ARRAY['tot'], '{}', ARRAY['casus'], ARRAY[v_casus]);
END $$;

-- Once. A look that is still running ends with it: what is seen after would be judged by nobody.
CREATE FUNCTION toegang.beoordeel_inzage(
    p_id uuid, p_oordeel text, p_bevinding text, p_spoor text
) RETURNS void
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_casus uuid;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'mens'
       OR coalesce(p_oordeel, '') NOT IN ('terecht', 'onterecht')
       OR coalesce(p_bevinding, '') !~ '\S' THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    UPDATE public.toegang_inzage i
       SET beoordeeld_op = now(), beoordeeld_door = toegang.vrager(), oordeel = p_oordeel,
           bevinding = p_bevinding,
           tot = least(i.tot, greatest(now(), i.vanaf + interval '1 microsecond'))
     WHERE i.id = p_id AND i.beoordeeld_op IS NULL
       AND i.id = ANY(ARRAY(SELECT t FROM toegang.te_beoordelen() t))
    RETURNING i.casus INTO v_casus;
    IF NOT FOUND THEN
        PERFORM toegang.weiger_inzage();
    END IF;
    PERFORM journaal.leg_vast('inzage.beoordeeld', 'inzage', p_id, v_casus, p_oordeel, true, '',
        'web', p_spoor, ARRAY['oordeel', 'bevinding'], '{}', ARRAY['casus'], ARRAY[v_casus]);
END $$;

-- Whoever writes the table: a look only gets shorter, and after its verdict nothing of it changes.
CREATE FUNCTION toegang.inzage_staat_vast() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    IF TG_OP = 'UPDATE' THEN
        IF OLD.beoordeeld_op IS NULL AND NEW.tot <= OLD.tot
           AND ROW(NEW.id, NEW.gebruiker, NEW.casus, NEW.soort, NEW.reden, NEW.toelichting,
                   NEW.vanaf, NEW.beoordelen_voor)
             IS NOT DISTINCT FROM ROW(OLD.id, OLD.gebruiker, OLD.casus, OLD.soort, OLD.reden,
                   OLD.toelichting, OLD.vanaf, OLD.beoordelen_voor) THEN
            RETURN NEW;
        END IF;
    END IF;
    RAISE EXCEPTION 'een inzage blijft zoals zij is vastgelegd' USING ERRCODE = '42501';
END $$;

CREATE TRIGGER staat_vast BEFORE UPDATE OR DELETE ON toegang_inzage
    FOR EACH ROW EXECUTE FUNCTION toegang.inzage_staat_vast();
CREATE TRIGGER staat_vast_geheel BEFORE TRUNCATE ON toegang_inzage
    FOR EACH STATEMENT EXECUTE FUNCTION toegang.inzage_staat_vast();
ALTER TABLE toegang_inzage ENABLE ALWAYS TRIGGER staat_vast;
ALTER TABLE toegang_inzage ENABLE ALWAYS TRIGGER staat_vast_geheel;

REVOKE ALL ON FUNCTION toegang.weiger_inzage(), toegang.werkdagen_later(timestamptz, integer),
    toegang.soort_inzage(text), toegang.te_beoordelen(), toegang.kenmerken_van_inzagen(),
    toegang.gedaan_bij_inzage(uuid), toegang.noodtoegang_op(uuid), toegang.inzage_staat_vast(),
    toegang.open_inzage(text, text, text, text), toegang.beeindig_inzage(uuid, text),
    toegang.beoordeel_inzage(uuid, text, text, text) FROM PUBLIC;

-- SPDX-License-Identifier: EUPL-1.2
-- A package takes long. Until it is done the order itself stays as it was and is locked by nobody, so
-- that who asked or approved takes it back at once; the export asks at each page (toegang.md section 5).

-- Which transaction makes the package of which order now. The row goes with that transaction, so nobody
-- else ever sees one. The moment too, for after a restore numbers of transactions begin again.
CREATE UNLOGGED TABLE uitwisseling.lopende_uitvoer (
    opdracht uuid NOT NULL,
    transactie bigint NOT NULL,
    moment timestamptz NOT NULL
);

-- Begin with an order: for the rest of this transaction, which makes no other package, by the command line.
-- The unknown, the refused, the lapsed, the used and the one with which a package is being made answer alike.
CREATE OR REPLACE FUNCTION uitwisseling.gebruik_dossieropdracht(p_opdracht uuid, p_spoor text)
RETURNS TABLE (ontvanger text, sleutel text)
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    o public.uitwisseling_dossieropdracht;
BEGIN
    IF coalesce((SELECT v.soort FROM toegang.gelezen_vrager() v), '') <> 'opdracht'
       OR NOT toegang.voert_in() THEN
        PERFORM gebruikers.weiger();
    END IF;
    -- Until the end of this transaction nobody else begins with it, and nobody waits.
    IF NOT pg_try_advisory_xact_lock(
        hashtextextended('dossieropdracht:' || coalesce(p_opdracht::text, ''), 0)) THEN
        PERFORM gebruikers.weiger();
    END IF;
    SELECT * INTO o FROM public.uitwisseling_dossieropdracht d WHERE d.id = p_opdracht;
    IF NOT FOUND OR o.akkoord IS NOT TRUE OR o.geldig_tot <= now() OR o.ingetrokken_op IS NOT NULL
       OR o.gebruikt_op IS NOT NULL
       OR EXISTS (SELECT FROM uitwisseling.lopende_uitvoer l
                   WHERE l.transactie = pg_current_xact_id_if_assigned()::text::bigint
                     AND l.moment = now()) THEN
        PERFORM gebruikers.weiger();
    END IF;
    INSERT INTO uitwisseling.lopende_uitvoer (opdracht, transactie, moment)
    VALUES (p_opdracht, pg_current_xact_id()::text::bigint, now());
    PERFORM journaal.leg_vast('dossieropdracht.gebruikt', 'dossieropdracht', p_opdracht, NULL, '', true,
        '', 'opdrachtregel', p_spoor, ARRAY['gebruikt_op'], '{}', ARRAY['gebruiker', 'gebruiker'],
        ARRAY[o.gevraagd_door_id, o.besloten_door_id]);
    RETURN QUERY SELECT o.ontvanger::text, o.sleutel::text;
END $$;

-- Whether this transaction makes the package of an order that nobody took back: then, and only then, the
-- import role reads the casework.
CREATE OR REPLACE FUNCTION uitwisseling.voert_dossier_uit() RETURNS boolean
LANGUAGE plpgsql STABLE SECURITY DEFINER PARALLEL RESTRICTED COST 1000
SET search_path = pg_catalog, pg_temp AS $$
BEGIN
    RETURN toegang.voert_in() AND EXISTS (
        SELECT FROM uitwisseling.lopende_uitvoer l
          JOIN public.uitwisseling_dossieropdracht o ON o.id = l.opdracht
         WHERE l.transactie = pg_current_xact_id_if_assigned()::text::bigint
           AND l.moment = now() AND o.ingetrokken_op IS NULL);
END $$;

-- The package is made: from here on the order is used, unless it was taken back before; then false. Who
-- takes it back meanwhile is waited for, and who comes later waits until this is committed.
CREATE FUNCTION uitwisseling.rond_dossier_af() RETURNS boolean
LANGUAGE plpgsql VOLATILE SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
    v_opdracht uuid;
BEGIN
    IF NOT toegang.voert_in() THEN
        PERFORM gebruikers.weiger();
    END IF;
    DELETE FROM uitwisseling.lopende_uitvoer l
     WHERE l.transactie = pg_current_xact_id_if_assigned()::text::bigint AND l.moment = now()
    RETURNING l.opdracht INTO v_opdracht;
    UPDATE public.uitwisseling_dossieropdracht o
       SET gebruikt_op = now(), gebruikt_in = pg_current_xact_id()::text::bigint
     WHERE o.id = v_opdracht AND o.ingetrokken_op IS NULL AND o.gebruikt_op IS NULL;
    RETURN FOUND;
END $$;

REVOKE ALL ON FUNCTION uitwisseling.rond_dossier_af() FROM PUBLIC;

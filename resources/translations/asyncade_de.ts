<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="de" sourcelanguage="en">
<context>
    <name>Arguments</name>
    <message>
        <source>%1 is not an option here;%2</source>
        <translation>%1 ist hier keine Option;%2</translation>
    </message>
    <message>
        <source>%1 was given twice; give it once</source>
        <translation>%1 steht zweimal da; gib es einmal an</translation>
    </message>
    <message>
        <source>%1 takes no value; write it without &quot;%2&quot;</source>
        <translation>%1 nimmt keinen Wert; schreib es ohne &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 needs a value: %1 %2</source>
        <translation>%1 braucht einen Wert: %1 %2</translation>
    </message>
    <message>
        <source>%1 needs a value before &quot;%2&quot;: %1 %3</source>
        <translation>%1 braucht einen Wert vor &quot;%2&quot;: %1 %3</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is one word too many; remove it</source>
        <translation>&quot;%1&quot; ist ein Wort zu viel; lass es weg</translation>
    </message>
</context>
<context>
    <name>ChangeName</name>
    <message>
        <source>on</source>
        <translation>an</translation>
    </message>
    <message>
        <source>off</source>
        <translation>aus</translation>
    </message>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>“%1”</source>
        <translation>„%1“</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>Source</source>
        <translation>Quelle</translation>
    </message>
    <message>
        <source>Pattern</source>
        <translation>Muster</translation>
    </message>
    <message>
        <source>Policies</source>
        <translation>Regeln</translation>
    </message>
    <message>
        <source>Backend</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Title</source>
        <translation>Titel</translation>
    </message>
    <message>
        <source>Group</source>
        <translation>Gruppe</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>Beschreibung</translation>
    </message>
    <message>
        <source>End of the run</source>
        <translation>Ende des Laufs</translation>
    </message>
    <message>
        <source>Edits during the run</source>
        <translation>Änderungen im Lauf</translation>
    </message>
    <message>
        <source>Strips</source>
        <translation>Streifen</translation>
    </message>
    <message>
        <source>Thresholds</source>
        <translation>Grenzwerte</translation>
    </message>
    <message>
        <source>%1 %2 → %3</source>
        <translation>%1 %2 → %3</translation>
    </message>
    <message>
        <source>Seed %1 → %2</source>
        <translation>Seed %1 → %2</translation>
    </message>
    <message>
        <source>Several changes</source>
        <translation>Mehrere Änderungen</translation>
    </message>
</context>
<context>
    <name>CommandLine</name>
    <message>
        <source>&quot;%1&quot; is not a command; write: asyncade run %2</source>
        <translation>&quot;%1&quot; ist kein Befehl; schreib: asyncade run %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not a command;%2</source>
        <translation>&quot;%1&quot; ist kein Befehl;%2</translation>
    </message>
</context>
<context>
    <name>Commands</name>
    <message>
        <source>there is no help on &quot;%1&quot;;%2</source>
        <translation>zu &quot;%1&quot; gibt es keine Hilfe;%2</translation>
    </message>
    <message>
        <source>As JSON.</source>
        <translation>Als JSON.</translation>
    </message>
    <message>
        <source>Changes a key of the scenario: pattern.limit=8; may be repeated.</source>
        <translation>Ändert einen Schlüssel des Szenarios: pattern.limit=8; mehrfach erlaubt.</translation>
    </message>
    <message>
        <source>The luck of the run; the same as --set seed=N.</source>
        <translation>Der Zufall des Laufs; dasselbe wie --set seed=N.</translation>
    </message>
    <message>
        <source>Prints the metrics, or what happened line by line, instead of drawing the run.</source>
        <translation>Gibt die Kennzahlen oder das Geschehen Zeile für Zeile aus, statt den Lauf zu zeichnen.</translation>
    </message>
    <message>
        <source>Saves a picture of the run; - is stdout.</source>
        <translation>Speichert ein Bild des Laufs; - ist stdout.</translation>
    </message>
    <message>
        <source>Size of the picture in pixels, 1600x800 unless given.</source>
        <translation>Größe des Bildes in Pixeln, sonst 1600x800.</translation>
    </message>
    <message>
        <source>Colours of the picture, light unless given.</source>
        <translation>Farben des Bildes, sonst light (hell).</translation>
    </message>
    <message>
        <source>Saves every event as Chrome JSON, for ui.perfetto.dev too; - is stdout.</source>
        <translation>Speichert jedes Ereignis als Chrome-JSON, auch für ui.perfetto.dev; - ist stdout.</translation>
    </message>
    <message>
        <source>Runs in real time on the Qt event loop, and says how late its timers were: not reproducible. Ctrl+C ends the run.</source>
        <translation>Läuft in Echtzeit auf der Qt-Ereignisschleife und sagt, wie spät ihre Timer kamen: nicht wiederholbar. Strg+C beendet den Lauf.</translation>
    </message>
    <message>
        <source>Changes a key of the scenario, for all strips; may be repeated.</source>
        <translation>Ändert einen Schlüssel des Szenarios für alle Streifen; mehrfach erlaubt.</translation>
    </message>
    <message>
        <source>The luck of all runs; the same as --set seed=N.</source>
        <translation>Der Zufall aller Läufe; dasselbe wie --set seed=N.</translation>
    </message>
    <message>
        <source>Adds a strip: the scenario with these settings of its pattern and policies; may be repeated.</source>
        <translation>Fügt einen Streifen hinzu: das Szenario mit diesen Einstellungen seines Musters und seiner Regeln; mehrfach erlaubt.</translation>
    </message>
    <message>
        <source>Shows beside the numbers how request N fared in each strip.</source>
        <translation>Zeigt neben den Zahlen, wie es Anfrage N in jedem Streifen erging.</translation>
    </message>
    <message>
        <source>How the numbers are printed, text unless given.</source>
        <translation>Wie die Zahlen ausgegeben werden, sonst als text.</translation>
    </message>
    <message>
        <source>Saves a picture of the strips; - is stdout.</source>
        <translation>Speichert ein Bild der Streifen; - ist stdout.</translation>
    </message>
    <message>
        <source>Runs a scenario: a file (with a slash, or ending in .json), a shipped one by name, or the default one.</source>
        <translation>Führt ein Szenario aus: eine Datei (mit Schrägstrich oder mit der Endung .json), ein mitgeliefertes mit Namen oder das Standardszenario.</translation>
    </message>
    <message>
        <source>Runs up to 4 strips of a scenario with the same input and the same luck, and shows how each differs from the first.</source>
        <translation>Führt bis zu 4 Streifen eines Szenarios mit derselben Eingabe und demselben Zufall aus und zeigt, wie sich jeder vom ersten unterscheidet.</translation>
    </message>
    <message>
        <source>Lists the shipped scenarios.</source>
        <translation>Listet die mitgelieferten Szenarien auf.</translation>
    </message>
    <message>
        <source>Lists all sources, patterns, policies and backends with their parameters.</source>
        <translation>Listet alle Quellen, Muster, Regeln und Server mit ihren Parametern auf.</translation>
    </message>
    <message>
        <source>Explains a command, the keys of a scenario, a kind such as retry, the metrics or the events.</source>
        <translation>Erklärt einen Befehl, die Schlüssel eines Szenarios, eine Art wie retry, die Kennzahlen oder die Ereignisse.</translation>
    </message>
</context>
<context>
    <name>CompareCommand</name>
    <message>
        <source>&quot;%1&quot; compares itself with nothing; add a strip, as in --strip &quot;One by one:pattern.kind=sequential&quot;</source>
        <translation>&quot;%1&quot; hat nichts, womit es sich vergleicht; füge einen Streifen hinzu, etwa --strip &quot;Nacheinander:pattern.kind=sequential&quot;</translation>
    </message>
    <message>
        <source>--request is the number of one of the scenario&apos;s requests, 1 to %1; got &quot;%2&quot;</source>
        <translation>--request ist die Nummer einer Anfrage des Szenarios, 1 bis %1; da steht &quot;%2&quot;</translation>
    </message>
</context>
<context>
    <name>ComparisonReport</name>
    <message>
        <source>%1 (baseline)</source>
        <translation>%1 (Basis)</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>Arrived</source>
        <translation>Angekommen</translation>
    </message>
    <message>
        <source>First attempt</source>
        <translation>Erster Versuch</translation>
    </message>
    <message>
        <source>Waited</source>
        <translation>Gewartet</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>Geendet</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>%1 (seed %2)</source>
        <translation>%1 (Seed %2)</translation>
    </message>
</context>
<context>
    <name>Console</name>
    <message>
        <source>could not write to stdout: %1; free some space or write elsewhere</source>
        <translation>auf stdout ließ sich nicht schreiben: %1; schaff Platz oder schreib woandershin</translation>
    </message>
</context>
<context>
    <name>Duration</name>
    <message>
        <source>write it without a space: &quot;%1&quot;</source>
        <translation>schreib es ohne Leerzeichen: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write a point: &quot;%1&quot;</source>
        <translation>schreib einen Punkt: &quot;%1&quot;</translation>
    </message>
    <message>
        <source>write a unit: &quot;%1ms&quot;</source>
        <translation>schreib eine Einheit: &quot;%1ms&quot;</translation>
    </message>
    <message>
        <source>the units are ns, us, ms, s, min and h</source>
        <translation>die Einheiten sind ns, us, ms, s, min und h</translation>
    </message>
    <message>
        <source>nothing finer than 1ns can be told apart</source>
        <translation>feiner als 1ns wird nicht unterschieden</translation>
    </message>
    <message>
        <source>0 ms</source>
        <translation>0 ms</translation>
    </message>
    <message>
        <source>%1 ns</source>
        <translation>%1 ns</translation>
    </message>
    <message>
        <source>%1 µs</source>
        <translation>%1 µs</translation>
    </message>
    <message>
        <source>%1 ms</source>
        <translation>%1 ms</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 s</translation>
    </message>
    <message>
        <source>1 min %1 s</source>
        <translation>1 min %1 s</translation>
    </message>
    <message>
        <source>%1 min %2 s</source>
        <translation>%1 min %2 s</translation>
    </message>
    <message>
        <source>%1 h %2 min</source>
        <translation>%1 h %2 min</translation>
    </message>
</context>
<context>
    <name>EventWords</name>
    <message>
        <source>joins the call of #%1</source>
        <translation>schließt sich dem Aufruf von #%1 an</translation>
    </message>
    <message>
        <source>gives its slot back</source>
        <translation>gibt seinen Platz zurück</translation>
    </message>
    <message>
        <source>goes out</source>
        <translation>geht hinaus</translation>
    </message>
    <message>
        <source>attempt %1 starts</source>
        <translation>Versuch %1 beginnt</translation>
    </message>
    <message>
        <source>attempt %1 %2</source>
        <translation>Versuch %1: %2</translation>
    </message>
    <message>
        <source>#%1 settled: %2</source>
        <translation>#%1 beendet: %2</translation>
    </message>
    <message>
        <source>edit: %1 %2 → %3</source>
        <translation>Änderung: %1 %2 → %3</translation>
    </message>
    <message>
        <source>mark: %1</source>
        <translation>Marke: %1</translation>
    </message>
    <message>
        <source>#%1: %2</source>
        <translation>#%1: %2</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>, copy %1</source>
        <translation>, Kopie %1</translation>
    </message>
    <message>
        <source>, try %1</source>
        <translation>, Anlauf %1</translation>
    </message>
    <message>
        <source>#%1 arrives</source>
        <translation>#%1 trifft ein</translation>
    </message>
    <message>
        <source>#%1 arrives: %2</source>
        <translation>#%1 trifft ein: %2</translation>
    </message>
    <message>
        <source>waits before try %1</source>
        <translation>wartet vor Anlauf %1</translation>
    </message>
    <message>
        <source>, %1 ahead</source>
        <translation>, %1 davor</translation>
    </message>
    <message>
        <source>, for %1</source>
        <translation>, %1 lang</translation>
    </message>
    <message>
        <source>is turned away</source>
        <translation>wird abgewiesen</translation>
    </message>
    <message>
        <source>waits no longer</source>
        <translation>wartet nicht länger</translation>
    </message>
    <message>
        <source>gets a slot</source>
        <translation>bekommt einen Platz</translation>
    </message>
    <message>
        <source>gets a token</source>
        <translation>bekommt ein Token</translation>
    </message>
    <message>
        <source>has its turn</source>
        <translation>ist an der Reihe</translation>
    </message>
    <message>
        <source>gets a place in the server</source>
        <translation>bekommt einen Platz im Server</translation>
    </message>
    <message>
        <source>goes on</source>
        <translation>macht weiter</translation>
    </message>
    <message>
        <source>has waited long enough</source>
        <translation>hat lange genug gewartet</translation>
    </message>
    <message>
        <source>goes on, its time has come</source>
        <translation>macht weiter, seine Zeit ist gekommen</translation>
    </message>
    <message>
        <source>, #%1 made way</source>
        <translation>, #%1 hat Platz gemacht</translation>
    </message>
    <message>
        <source>: the server is offline</source>
        <translation>: der Server ist offline</translation>
    </message>
    <message>
        <source> with %1</source>
        <translation> mit %1</translation>
    </message>
    <message>
        <source>is answered</source>
        <translation>beantwortet</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>is refused</source>
        <translation>abgelehnt</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>is cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>is abandoned</source>
        <translation>aufgegeben</translation>
    </message>
    <message>
        <source>; the server asks to wait %1</source>
        <translation>; der Server bittet, %1 zu warten</translation>
    </message>
    <message>
        <source>succeeded with a default value</source>
        <translation>mit einem Ersatzwert erfolgreich</translation>
    </message>
    <message>
        <source>succeeded on attempt %1</source>
        <translation>mit Versuch %1 erfolgreich</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>cancelled by #%1</source>
        <translation>abgebrochen durch #%1</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>dropped, a later one took its place</source>
        <translation>verworfen, ein späterer trat an seine Stelle</translation>
    </message>
    <message>
        <source>never answered</source>
        <translation>nie beantwortet</translation>
    </message>
    <message>
        <source>A part</source>
        <translation>Ein Teil</translation>
    </message>
    <message>
        <source>%1: at most %2 at a time</source>
        <translation>%1: höchstens %2 zugleich</translation>
    </message>
    <message>
        <source>%1: as many at a time as come</source>
        <translation>%1: so viele zugleich, wie kommen</translation>
    </message>
    <message>
        <source>%1 is closed: calls pass</source>
        <translation>%1 ist geschlossen: Aufrufe gehen durch</translation>
    </message>
    <message>
        <source>%1 is half-open: it lets a few calls try</source>
        <translation>%1 ist halb offen: ein paar Aufrufe dürfen es versuchen</translation>
    </message>
    <message>
        <source>%1 is open: calls are turned away</source>
        <translation>%1 ist offen: Aufrufe werden abgewiesen</translation>
    </message>
    <message>
        <source>end: nothing is left to run</source>
        <translation>Ende: es ist nichts mehr zu tun</translation>
    </message>
    <message>
        <source>end: nothing is left to run, and some were never answered</source>
        <translation>Ende: es ist nichts mehr zu tun, und einige blieben ohne Antwort</translation>
    </message>
    <message>
        <source>end: the run was to be cut here</source>
        <translation>Ende: hier sollte der Lauf abgeschnitten werden</translation>
    </message>
    <message>
        <source>end: stopped</source>
        <translation>Ende: angehalten</translation>
    </message>
    <message>
        <source>waits for a slot</source>
        <translation>wartet auf einen Platz</translation>
    </message>
    <message>
        <source>waits for a token</source>
        <translation>wartet auf ein Token</translation>
    </message>
    <message>
        <source>waits for its turn</source>
        <translation>wartet, bis es an der Reihe ist</translation>
    </message>
    <message>
        <source>waits for the batch before</source>
        <translation>wartet auf den Stapel davor</translation>
    </message>
    <message>
        <source>waits for more to share the call</source>
        <translation>wartet auf weitere, die den Aufruf teilen</translation>
    </message>
    <message>
        <source>waits for silence</source>
        <translation>wartet auf Ruhe</translation>
    </message>
    <message>
        <source>waits for the window&apos;s end</source>
        <translation>wartet auf das Ende des Fensters</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>pause that the server asked for</source>
        <translation>Pause, um die der Server gebeten hat</translation>
    </message>
    <message>
        <source>waits in the server&apos;s queue</source>
        <translation>wartet in der Schlange des Servers</translation>
    </message>
</context>
<context>
    <name>FindQuery</name>
    <message>
        <source>%1 is no request: write #7, or #7..12 for several.</source>
        <translation>%1 ist keine Anfrage: schreib #7, oder #7..12 für mehrere.</translation>
    </message>
    <message>
        <source>%1 finds nothing: requests count from #1, and the larger number comes last.</source>
        <translation>%1 findet nichts: Anfragen zählen ab #1, und die größere Zahl steht hinten.</translation>
    </message>
    <message>
        <source>%1 lacks the reason: write %2.</source>
        <translation>%1 fehlt der Grund: schreib %2.</translation>
    </message>
    <message>
        <source>or</source>
        <comment>the last of a list</comment>
        <translation>oder</translation>
    </message>
    <message>
        <source>Nobody waits for %1;%2</source>
        <translation>Niemand wartet auf %1;%2</translation>
    </message>
    <message>
        <source>%1 is not complete: write %2, with one of &gt; &gt;= &lt; &lt;= =.</source>
        <translation>%1 ist unvollständig: schreib %2, mit einem von &gt; &gt;= &lt; &lt;= =.</translation>
    </message>
    <message>
        <source>%1 is no length of time: write %2.</source>
        <translation>%1 ist keine Zeitspanne: schreib %2.</translation>
    </message>
    <message>
        <source>%1 is no length of time: %2.</source>
        <translation>%1 ist keine Zeitspanne: %2.</translation>
    </message>
    <message>
        <source>%1 is no whole number: write %2.</source>
        <translation>%1 ist keine ganze Zahl: schreib %2.</translation>
    </message>
    <message>
        <source>%1 is not known; did you mean &quot;%2&quot;?</source>
        <translation>%1 ist unbekannt; ist &quot;%2&quot; gemeint?</translation>
    </message>
    <message>
        <source>%1 is not known. Write #7, failed, attempt&gt;2, wait&gt;300ms or reason:token, or several of them.</source>
        <translation>%1 ist unbekannt. Schreib #7, failed, attempt&gt;2, wait&gt;300ms oder reason:token, oder mehrere davon.</translation>
    </message>
</context>
<context>
    <name>Help</name>
    <message>
        <source>Run</source>
        <translation>Lauf</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>Wheel</source>
        <translation>Rad</translation>
    </message>
    <message>
        <source>Drag</source>
        <translation>Ziehen</translation>
    </message>
    <message>
        <source>Mouse on the timeline</source>
        <translation>Maus auf der Zeitleiste</translation>
    </message>
    <message>
        <source>Zooms at the pointer</source>
        <translation>Vergrößert am Zeiger</translation>
    </message>
    <message>
        <source>Moves the visible time</source>
        <translation>Verschiebt die sichtbare Zeit</translation>
    </message>
    <message>
        <source>Scrolls the rows</source>
        <translation>Rollt die Zeilen</translation>
    </message>
    <message>
        <source>Moves what is visible; on the ruler: shows that instant</source>
        <translation>Verschiebt den Ausschnitt; auf dem Lineal: zeigt den Augenblick</translation>
    </message>
    <message>
        <source>Measures from edge to edge</source>
        <translation>Misst von Kante zu Kante</translation>
    </message>
    <message>
        <source>Double click</source>
        <translation>Doppelklick</translation>
    </message>
    <message>
        <source>Zooms to a span</source>
        <translation>Zoomt auf einen Abschnitt</translation>
    </message>
    <message>
        <source>In single controls</source>
        <translation>In einzelnen Feldern</translation>
    </message>
    <message>
        <source>To the next control, to the one before</source>
        <translation>Zum nächsten Feld, zum vorigen</translation>
    </message>
    <message>
        <source>Slider, latency: less, more</source>
        <translation>Regler, Latenz: weniger, mehr</translation>
    </message>
    <message>
        <source>Slider: ten steps</source>
        <translation>Regler: zehn Schritte</translation>
    </message>
    <message>
        <source>Number: a step; latency: another handle; grip of a policy: moves it</source>
        <translation>Zahl: ein Schritt; Latenz: anderer Griff; Griff einer Regel: verschiebt sie</translation>
    </message>
    <message>
        <source>List of items: takes it over; gallery: opens as a strip</source>
        <translation>Liste von Anfragen: übernimmt sie; Galerie: öffnet als Streifen</translation>
    </message>
    <message>
        <source>Timeline: moves the start of what is visible</source>
        <translation>Zeitleiste: bewegt den Anfang des Sichtbaren</translation>
    </message>
    <message>
        <source>Timeline: moves its end</source>
        <translation>Zeitleiste: bewegt dessen Ende</translation>
    </message>
    <message>
        <source>Table: sorts by the current column, then the other way</source>
        <translation>Tabelle: ordnet nach der Spalte, dann andersherum</translation>
    </message>
    <message>
        <source>Log, table: copies the selected lines</source>
        <translation>Protokoll, Tabelle: kopiert die gewählten Zeilen</translation>
    </message>
    <message>
        <source>Numbers</source>
        <translation>Zahlen</translation>
    </message>
    <message>
        <source>States</source>
        <translation>Zustände</translation>
    </message>
    <message>
        <source>Waits</source>
        <translation>Gründe zu warten</translation>
    </message>
</context>
<context>
    <name>HelpTables</name>
    <message>
        <source>Always 1.</source>
        <translation>Immer 1.</translation>
    </message>
    <message>
        <source>Letters a to z, digits and &quot;-&quot;; without it the file&apos;s name.</source>
        <translation>Buchstaben a bis z, Ziffern und &quot;-&quot;; fehlt er, der Name der Datei.</translation>
    </message>
    <message>
        <source>What people read; without it the name.</source>
        <translation>Was Menschen lesen; fehlt er, der Name.</translation>
    </message>
    <message>
        <source>many-at-once, shape-the-flow, when-things-fail or mine.</source>
        <translation>many-at-once, shape-the-flow, when-things-fail oder mine.</translation>
    </message>
    <message>
        <source>The luck of the run, 0 to 2^53-1: the same seed gives every pattern the same luck.</source>
        <translation>Der Zufall des Laufs, 0 bis 2^53-1: derselbe Seed gibt jedem Muster denselben Zufall.</translation>
    </message>
    <message>
        <source>Cuts the run at this time; what is open then is pending.</source>
        <translation>Schneidet den Lauf zu dieser Zeit ab; was dann offen ist, bleibt offen (pending).</translation>
    </message>
    <message>
        <source>Changes during the run: [{&quot;at&quot;: &quot;1.2s&quot;, &quot;set&quot;: {&quot;pattern.limit&quot;: 8}}].</source>
        <translation>Änderungen im Lauf: [{&quot;at&quot;: &quot;1.2s&quot;, &quot;set&quot;: {&quot;pattern.limit&quot;: 8}}].</translation>
    </message>
    <message>
        <source>Up to 3 other patterns or policies to run beside it.</source>
        <translation>Bis zu 3 andere Muster oder Regeln, die daneben laufen.</translation>
    </message>
    <message>
        <source>Thresholds on keys of the report: {&quot;virtualTimeMs&quot;: &quot;&lt;= 2000&quot;}.</source>
        <translation>Grenzwerte für Schlüssel des Berichts: {&quot;virtualTimeMs&quot;: &quot;&lt;= 2000&quot;}.</translation>
    </message>
    <message>
        <source>Texts for people: what, how, use, notice, try, further.</source>
        <translation>Texte für Menschen: what, how, use, notice, try, further.</translation>
    </message>
    <message>
        <source>Time of the last settlement; with pending requests that of the last event, or until.</source>
        <translation>Zeit des letzten Endes; mit offenen Anfragen die des letzten Ereignisses, oder until.</translation>
    </message>
    <message>
        <source>How many the source makes, arrived or not. Each ends in exactly one of the next six ways.</source>
        <translation>Wie viele die Quelle macht, eingetroffen oder nicht. Jede endet auf genau eine der nächsten sechs Arten.</translation>
    </message>
    <message>
        <source>Settled with a result.</source>
        <translation>Mit einem Ergebnis beendet.</translation>
    </message>
    <message>
        <source>Settled with an error that is not a timeout policy&apos;s.</source>
        <translation>Mit einem Fehler beendet, der nicht von einem Zeitlimit stammt.</translation>
    </message>
    <message>
        <source>Settled with the error of a timeout policy.</source>
        <translation>Mit dem Fehler eines Zeitlimits beendet.</translation>
    </message>
    <message>
        <source>Stopped by a sibling&apos;s failure, a winner, a newer call or the user; also when it never arrived.</source>
        <translation>Beendet durch den Fehlschlag einer anderen, einen Sieger, einen neueren Aufruf oder von Hand; auch wenn sie nie eintraf.</translation>
    </message>
    <message>
        <source>Its value was never dispatched (debounce, throttle).</source>
        <translation>Ihr Wert ging nie hinaus (debounce, throttle).</translation>
    </message>
    <message>
        <source>Unsettled when nothing more could happen, or at until.</source>
        <translation>Ohne Ende, als nichts mehr geschehen konnte, oder bei until.</translation>
    </message>
    <message>
        <source>Succeeded with the default value of a timeout policy.</source>
        <translation>Erfolgreich mit dem Ersatzwert eines Zeitlimits.</translation>
    </message>
    <message>
        <source>Arrivals at the backend: each retry and each hedge copy counts.</source>
        <translation>Ankünfte beim Server: jede Wiederholung und jede Kopie zählt.</translation>
    </message>
    <message>
        <source>Attempts that did not give their call its successful result.</source>
        <translation>Versuche, die ihrem Aufruf kein Ergebnis gebracht haben.</translation>
    </message>
    <message>
        <source>The sum of their lengths.</source>
        <translation>Die Summe ihrer Längen.</translation>
    </message>
    <message>
        <source>Attempts turned away by the backend&apos;s rate or capacity.</source>
        <translation>Versuche, die der Server wegen Rate oder Kapazität abgelehnt hat.</translation>
    </message>
    <message>
        <source>Calls turned away by an open breaker.</source>
        <translation>Aufrufe, die ein offener Schutzschalter abgewiesen hat.</translation>
    </message>
    <message>
        <source>The most attempts begun and not ended at one instant.</source>
        <translation>Die meisten Versuche, die in einem Augenblick begonnen und nicht beendet waren.</translation>
    </message>
    <message>
        <source>succeeded by virtual time.</source>
        <translation>succeeded durch virtuelle Zeit.</translation>
    </message>
    <message>
        <source>From arrival to settlement, of succeeded requests: min, mean, p50, p95, p99, max.</source>
        <translation>Vom Eintreffen bis zum Ende, von erfolgreichen Anfragen: min, mean, p50, p95, p99, max.</translation>
    </message>
    <message>
        <source>Time in waits other than back-off and the server&apos;s queue, of requests with an attempt: mean, max.</source>
        <translation>Wartezeit außer Backoff und Schlange des Servers, von Anfragen mit einem Versuch: mean, max.</translation>
    </message>
    <message>
        <source>Whether the scenario&apos;s thresholds are met; null without any.</source>
        <translation>Ob die Grenzwerte des Szenarios eingehalten sind; null ohne welche.</translation>
    </message>
    <message>
        <source>With --wall-clock alone: that it is not reproducible, whether it was stopped, how many timers came, and how much later than asked: p50, p99, max.</source>
        <translation>Nur mit --wall-clock: dass er nicht wiederholbar ist, ob er gestoppt wurde, wie viele Timer kamen und um wie viel später als verlangt: p50, p99, max.</translation>
    </message>
    <message>
        <source>part, kind, path, name: something to wait for or pass through, once before its first use.</source>
        <translation>part, kind, path, name: worauf gewartet oder was durchlaufen wird, einmal vor dem ersten Gebrauch.</translation>
    </message>
    <message>
        <source>request, text: the request is handed to the pattern.</source>
        <translation>request, text: die Anfrage wird dem Muster übergeben.</translation>
    </message>
    <message>
        <source>request, lead: the request will travel in the lead&apos;s call.</source>
        <translation>request, lead: die Anfrage wird im Aufruf von lead mitreisen.</translation>
    </message>
    <message>
        <source>request, try, copy, part, reason, until, ahead: just before it suspends.</source>
        <translation>request, try, copy, part, reason, until, ahead: kurz bevor sie anhält.</translation>
    </message>
    <message>
        <source>request, try, copy, part, how, from: the wait is over, or there was none to be done.</source>
        <translation>request, try, copy, part, how, from: das Warten ist vorbei, oder es gab keines.</translation>
    </message>
    <message>
        <source>request, part: a permit is given back.</source>
        <translation>request, part: eine Erlaubnis wird zurückgegeben.</translation>
    </message>
    <message>
        <source>request: the call enters the policies.</source>
        <translation>request: der Aufruf tritt in die Regeln ein.</translation>
    </message>
    <message>
        <source>request, number, try, copy: work starts.</source>
        <translation>request, number, try, copy: die Arbeit beginnt.</translation>
    </message>
    <message>
        <source>request, number, outcome, code, retryAfter, cause: work has ended, or was abandoned.</source>
        <translation>request, number, outcome, code, retryAfter, cause: die Arbeit ist zu Ende oder aufgegeben.</translation>
    </message>
    <message>
        <source>request, outcome, number, defaulted, cause: the request has its end.</source>
        <translation>request, outcome, number, defaulted, cause: die Anfrage hat ihr Ende.</translation>
    </message>
    <message>
        <source>part, name, value, slope, limit: tokens, timers, limits when edited.</source>
        <translation>part, name, value, slope, limit: Tokens, Zeitgeber, Grenzen nach einer Änderung.</translation>
    </message>
    <message>
        <source>path, old, new / text: a number was changed / a mark was set.</source>
        <translation>path, old, new / text: eine Zahl wurde geändert / eine Marke gesetzt.</translation>
    </message>
    <message>
        <source>done, idle, until or stopped: nothing more will come.</source>
        <translation>done, idle, until oder stopped: es kommt nichts mehr.</translation>
    </message>
    <message>
        <source>for a free slot of a limit</source>
        <translation>auf einen freien Platz einer Grenze</translation>
    </message>
    <message>
        <source>for a token of a rate</source>
        <translation>auf ein Token einer Rate</translation>
    </message>
    <message>
        <source>for the one before to end</source>
        <translation>auf das Ende der davor</translation>
    </message>
    <message>
        <source>for the batch before, or for its pause</source>
        <translation>auf den Stapel davor oder seine Pause</translation>
    </message>
    <message>
        <source>for more requests to share the call</source>
        <translation>auf weitere Anfragen, die den Aufruf teilen</translation>
    </message>
    <message>
        <source>for silence</source>
        <translation>auf Ruhe</translation>
    </message>
    <message>
        <source>for the end of a window</source>
        <translation>auf das Ende eines Fensters</translation>
    </message>
    <message>
        <source>before the next try</source>
        <translation>vor dem nächsten Anlauf</translation>
    </message>
    <message>
        <source>because the server asked everyone to</source>
        <translation>weil der Server alle darum gebeten hat</translation>
    </message>
    <message>
        <source>in the server&apos;s queue</source>
        <translation>in der Schlange des Servers</translation>
    </message>
    <message>
        <source>requests by number</source>
        <translation>Anfragen nach Nummer</translation>
    </message>
    <message>
        <source>waits by their look; waiting is any of them</source>
        <translation>Wartezeiten nach ihrem Aussehen; waiting ist jede davon</translation>
    </message>
    <message>
        <source>attempts by how they stand, and requests that ended so without one</source>
        <translation>Versuche nach ihrem Stand, und Anfragen, die ohne einen so endeten</translation>
    </message>
    <message>
        <source>requests by their end</source>
        <translation>Anfragen nach ihrem Ende</translation>
    </message>
    <message>
        <source>by number, with &gt; &gt;= &lt; &lt;= =</source>
        <translation>nach Nummer, mit &gt; &gt;= &lt; &lt;= =</translation>
    </message>
    <message>
        <source>attempts by their answer</source>
        <translation>Versuche nach ihrer Antwort</translation>
    </message>
    <message>
        <source>waits, attempts, or either by their length</source>
        <translation>Wartezeiten, Versuche oder beide nach ihrer Länge</translation>
    </message>
    <message>
        <source>waits by what they are for: the words of &quot;asyncade help events&quot;</source>
        <translation>Wartezeiten nach ihrem Grund: die Wörter aus &quot;asyncade help events&quot;</translation>
    </message>
</context>
<context>
    <name>HelpText</name>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>one of %1</source>
        <translation>eines von %1</translation>
    </message>
    <message>
        <source>%1, or %2</source>
        <translation>%1, oder %2</translation>
    </message>
    <message>
        <source>any of %1</source>
        <translation>beliebige von %1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>%1, or null</source>
        <translation>%1, oder null</translation>
    </message>
    <message>
        <source>default %1</source>
        <translation>sonst %1</translation>
    </message>
    <message>
        <source>restarts the run</source>
        <translation>startet den Lauf neu</translation>
    </message>
    <message>
        <source>source.kind: what asks, and when</source>
        <translation>source.kind: was fragt, und wann</translation>
    </message>
    <message>
        <source>pattern.kind: when a request becomes a call</source>
        <translation>pattern.kind: wann aus einer Anfrage ein Aufruf wird</translation>
    </message>
    <message>
        <source>policies[].kind: what happens around each call, first = outermost</source>
        <translation>policies[].kind: was um jeden Aufruf herum geschieht, der erste ganz außen</translation>
    </message>
    <message>
        <source>backend.latency.kind: how long the server takes</source>
        <translation>backend.latency.kind: wie lange der Server braucht</translation>
    </message>
    <message>
        <source>backend.failure.kind: which attempts fail</source>
        <translation>backend.failure.kind: welche Versuche fehlschlagen</translation>
    </message>
    <message>
        <source>backend: the server</source>
        <translation>backend: der Server</translation>
    </message>
    <message>
        <source>A scenario is one JSON object; whatever is missing has its default. Durations are written &quot;250ms&quot; or &quot;1.5s&quot;.
--set takes each key with dots: pattern.limit=8, policies.retry.attempts=5, &apos;policies=[]&apos;.
</source>
        <translation>Ein Szenario ist ein JSON-Objekt; was fehlt, hat seinen Standardwert. Zeitspannen schreibt man &quot;250ms&quot; oder &quot;1.5s&quot;.
--set nimmt jeden Schlüssel mit Punkten: pattern.limit=8, policies.retry.attempts=5, &apos;policies=[]&apos;.
</translation>
    </message>
    <message>
        <source> [OPTION]...</source>
        <translation> [OPTION]...</translation>
    </message>
    <message>
        <source>Asyncade %1: async patterns on a live timeline.

asyncade              opens the window; without a display it runs the default scenario and draws it here
asyncade FILE|NAME    opens this scenario, a file or a shipped one by name; without a display runs it here
asyncade COMMAND ...

</source>
        <translation>Asyncade %1: asynchrone Muster auf einer lebendigen Zeitleiste.

asyncade              öffnet das Fenster; ohne Bildschirm läuft das Standardszenario und wird hier gezeichnet
asyncade FILE|NAME    öffnet dieses Szenario, eine Datei oder ein mitgeliefertes; ohne Bildschirm läuft es hier
asyncade COMMAND ...

</translation>
    </message>
    <message>
        <source>Says which version this is.</source>
        <translation>Sagt, welche Version das ist.</translation>
    </message>
    <message>
        <source>Speaks this language, %1: before a command, or anywhere behind it. Without it the window follows its menu or the system, and all that is printed or drawn without a window is English. Keys in JSON never change.</source>
        <translation>Spricht diese Sprache, %1: vor einem Befehl oder irgendwo dahinter. Ohne die Option folgt das Fenster seinem Menü oder dem System, und alles, was ohne Fenster ausgegeben oder gezeichnet wird, ist Englisch. Schlüssel in JSON ändern sich nie.</translation>
    </message>
    <message>
        <source> or </source>
        <translation> oder </translation>
    </message>
    <message>
        <source>
More: asyncade help TOPIC, where TOPIC is a command, a kind such as retry, or one of %1.
Exit status: 0 done and all thresholds met, 1 a threshold not met, 2 bad input or output that failed,
130 a run in real time was ended by Ctrl+C.
</source>
        <translation>
Mehr: asyncade help TOPIC, wobei TOPIC ein Befehl ist, eine Art wie retry oder eines von %1.
Exit-Status: 0 fertig und alle Grenzwerte eingehalten, 1 ein Grenzwert verfehlt, 2 falsche Eingabe oder misslungene Ausgabe,
130 Strg+C hat einen Lauf in Echtzeit beendet.
</translation>
    </message>
    <message>
        <source>The numbers of a run. Times are virtual, in ms with three decimals.

</source>
        <translation>Die Kennzahlen eines Laufs. Zeiten sind virtuell, in ms mit drei Nachkommastellen.

</translation>
    </message>
    <message>
        <source>What a run records. Every event has a time and, where it belongs to one, a request.

</source>
        <translation>Was ein Lauf aufzeichnet. Jedes Ereignis hat eine Zeit und, wo es zu einer gehört, eine Anfrage.

</translation>
    </message>
    <message>
        <source>
Why somebody waits:

</source>
        <translation>
Warum jemand wartet:

</translation>
    </message>
    <message>
        <source>What can be written in the window&apos;s find bar (/ or Ctrl+F). Several words with spaces between all
hold: those on waits for one wait, those on attempts for one attempt, and with both for a request
that has such a wait and such an attempt.

</source>
        <translation>Was man in die Suchleiste des Fensters schreiben kann (/ oder Strg+F). Von mehreren Wörtern mit
Leerzeichen dazwischen gelten alle: die über Wartezeiten für eine Wartezeit, die über Versuche für
einen Versuch, und mit beiden für eine Anfrage, die eine solche Wartezeit und einen solchen Versuch hat.

</translation>
    </message>
</context>
<context>
    <name>InstantWords</name>
    <message>
        <source>#%1 arrives</source>
        <translation>#%1 trifft ein</translation>
    </message>
    <message>
        <source>#%1 starts</source>
        <translation>#%1 beginnt</translation>
    </message>
    <message>
        <source>#%1 starts try %2</source>
        <translation>#%1 beginnt Anlauf %2</translation>
    </message>
    <message>
        <source>#%1 starts another copy</source>
        <translation>#%1 beginnt eine weitere Kopie</translation>
    </message>
    <message>
        <source>#%1 is refused with %2</source>
        <translation>#%1 wird mit %2 abgelehnt</translation>
    </message>
    <message>
        <source>#%1 is turned away</source>
        <translation>#%1 wird abgewiesen</translation>
    </message>
    <message>
        <source>#%1 is answered</source>
        <translation>#%1 bekommt Antwort</translation>
    </message>
    <message>
        <source>#%1 finds the server offline</source>
        <translation>#%1 findet den Server offline</translation>
    </message>
    <message>
        <source>#%1 fails with %2</source>
        <translation>#%1 schlägt mit %2 fehl</translation>
    </message>
    <message>
        <source>#%1 times out</source>
        <translation>#%1: Zeit abgelaufen</translation>
    </message>
    <message>
        <source>#%1 is cancelled</source>
        <translation>#%1 wird abgebrochen</translation>
    </message>
    <message>
        <source>#%1 is dropped</source>
        <translation>#%1 wird verworfen</translation>
    </message>
    <message>
        <source>#%1 joins the call of #%2</source>
        <translation>#%1 schließt sich dem Aufruf von #%2 an</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 wird %2</translation>
    </message>
    <message>
        <source>nothing is left to run</source>
        <translation>es ist nichts mehr zu tun</translation>
    </message>
    <message>
        <source>%1 requests arrive</source>
        <translation>%1 Anfragen treffen ein</translation>
    </message>
    <message>
        <source>%1 start</source>
        <translation>%1 beginnen</translation>
    </message>
    <message>
        <source>%1 start another try</source>
        <translation>%1 beginnen einen weiteren Anlauf</translation>
    </message>
    <message>
        <source>%1 start another copy</source>
        <translation>%1 beginnen eine weitere Kopie</translation>
    </message>
    <message>
        <source>%1 are refused</source>
        <translation>%1 werden abgelehnt</translation>
    </message>
    <message>
        <source>%1 are turned away</source>
        <translation>%1 werden abgewiesen</translation>
    </message>
    <message>
        <source>%1 are answered</source>
        <translation>%1 bekommen Antwort</translation>
    </message>
    <message>
        <source>%1 fail</source>
        <translation>%1 schlagen fehl</translation>
    </message>
    <message>
        <source>%1 time out</source>
        <translation>für %1 ist die Zeit abgelaufen</translation>
    </message>
    <message>
        <source>%1 are cancelled</source>
        <translation>%1 werden abgebrochen</translation>
    </message>
    <message>
        <source>%1 are dropped</source>
        <translation>%1 werden verworfen</translation>
    </message>
    <message>
        <source>%1 join a call</source>
        <translation>%1 schließen sich einem Aufruf an</translation>
    </message>
    <message>
        <source>%1 numbers change</source>
        <translation>%1 Zahlen ändern sich</translation>
    </message>
    <message>
        <source>a wait begins or ends</source>
        <translation>ein Warten beginnt oder endet</translation>
    </message>
    <message>
        <source>, </source>
        <translation>, </translation>
    </message>
    <message>
        <source>at %1: %2</source>
        <translation>bei %1: %2</translation>
    </message>
</context>
<context>
    <name>LanguageOption</name>
    <message>
        <source>%1 is %2, not &quot;%3&quot;</source>
        <translation>%1 ist %2, nicht &quot;%3&quot;</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
</context>
<context>
    <name>LiveInput</name>
    <message>
        <source>Input cannot be recorded under “%1”, because a winner decides about inputs that are still to come. Record it under another pattern, then choose this one: the tape stays.</source>
        <translation>Unter „%1“ lässt sich keine Eingabe aufnehmen, weil ein Sieger über Eingaben entscheidet, die erst noch kommen. Nimm sie unter einem anderen Muster auf und wähle dann dieses: Die Aufnahme bleibt.</translation>
    </message>
</context>
<context>
    <name>MarkStep</name>
    <message>
        <source>Rename “%1” to “%2”</source>
        <translation>„%1“ umbenennen in „%2“</translation>
    </message>
    <message>
        <source>Set “%1”</source>
        <translation>„%1“ setzen</translation>
    </message>
    <message>
        <source>Remove all marks</source>
        <translation>Alle Marken entfernen</translation>
    </message>
    <message>
        <source>Remove “%1”</source>
        <translation>„%1“ entfernen</translation>
    </message>
</context>
<context>
    <name>Marks</name>
    <message>
        <source>Mark %1</source>
        <translation>Marke %1</translation>
    </message>
</context>
<context>
    <name>OutputFile</name>
    <message>
        <source>it is a folder; name a file in it</source>
        <translation>es ist ein Ordner; nenn eine Datei darin</translation>
    </message>
    <message>
        <source>%1; name a folder that exists and that you may write to</source>
        <translation>%1; nenn einen Ordner, den es gibt und der beschreibbar ist</translation>
    </message>
    <message>
        <source>%1; free some space or name another place</source>
        <translation>%1; schaff Platz oder nenn einen anderen Ort</translation>
    </message>
    <message>
        <source>could not write %1: %2</source>
        <translation>%1 ließ sich nicht schreiben: %2</translation>
    </message>
    <message>
        <source>to stdout</source>
        <translation>auf stdout</translation>
    </message>
</context>
<context>
    <name>Parameters</name>
    <message>
        <source>Switched on</source>
        <translation>Eingeschaltet</translation>
    </message>
    <message>
        <source>Whether the policy is switched on.</source>
        <translation>Ob die Regel eingeschaltet ist.</translation>
    </message>
    <message>
        <source>So many</source>
        <translation>So viele</translation>
    </message>
    <message>
        <source>How many first attempts of such a request fail, or always.</source>
        <translation>Wie viele erste Versuche einer solchen Anfrage fehlschlagen, oder immer.</translation>
    </message>
    <message>
        <source>Error</source>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>The failing answer: a status, offline, or hang: no answer ever.</source>
        <translation>Die Fehlerantwort: ein Status, offline oder hang: nie eine Antwort.</translation>
    </message>
    <message>
        <source>After</source>
        <translation>Nach</translation>
    </message>
    <message>
        <source>When the failing answer comes; none: after the drawn latency.</source>
        <translation>Wann die Fehlerantwort kommt; ohne: nach der gezogenen Latenz.</translation>
    </message>
    <message>
        <source>Capacity</source>
        <translation>Kapazität</translation>
    </message>
    <message>
        <source>How many requests the server works on at once; none: any number.</source>
        <translation>An wie vielen Anfragen der Server zugleich arbeitet; ohne: beliebig viele.</translation>
    </message>
    <message>
        <source>When full</source>
        <translation>Wenn voll</translation>
    </message>
    <message>
        <source>queue: requests wait in line. refuse: they get a 503.</source>
        <translation>queue: Anfragen stehen Schlange. refuse: sie bekommen ein 503.</translation>
    </message>
    <message>
        <source>Queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>How many may wait in line; none: any number.</source>
        <translation>Wie viele in der Schlange warten dürfen; ohne: beliebig viele.</translation>
    </message>
    <message>
        <source>Rate</source>
        <translation>Rate</translation>
    </message>
    <message>
        <source>How many requests per second the server accepts; none: any number.</source>
        <translation>Wie viele Anfragen pro Sekunde der Server annimmt; ohne: beliebig viele.</translation>
    </message>
    <message>
        <source>Burst</source>
        <translation>Burst</translation>
    </message>
    <message>
        <source>How many it accepts at once after a pause.</source>
        <translation>Wie viele er nach einer Pause auf einmal annimmt.</translation>
    </message>
    <message>
        <source>Refuses after</source>
        <translation>Lehnt ab nach</translation>
    </message>
    <message>
        <source>How long a refusal takes.</source>
        <translation>Wie lange eine Ablehnung dauert.</translation>
    </message>
    <message>
        <source>Sends Retry-After</source>
        <translation>Mit Retry-After</translation>
    </message>
    <message>
        <source>Whether a 429 says when to come back.</source>
        <translation>Ob ein 429 sagt, wann man wiederkommen soll.</translation>
    </message>
    <message>
        <source>Slowdown</source>
        <translation>Bremse</translation>
    </message>
    <message>
        <source>How much slower it gets for each other request in service: 0.1 is 10 % each.</source>
        <translation>Um wie viel er mit jeder weiteren Anfrage in Arbeit langsamer wird: 0.1 sind je 10 %.</translation>
    </message>
    <message>
        <source>Per item</source>
        <translation>Je Anfrage</translation>
    </message>
    <message>
        <source>Additional time for each request that a call carries.</source>
        <translation>Zusätzliche Zeit für jede Anfrage, die ein Aufruf mitbringt.</translation>
    </message>
    <message>
        <source>On cancel</source>
        <translation>Bei Abbruch</translation>
    </message>
    <message>
        <source>stop: work ends when the client gives up. finish: it keeps its place to the end.</source>
        <translation>stop: Die Arbeit endet, wenn der Client aufgibt. finish: Sie behält ihren Platz bis zum Ende.</translation>
    </message>
    <message>
        <source>Constant</source>
        <translation>Konstant</translation>
    </message>
    <message>
        <source>Every answer takes the same time.</source>
        <translation>Jede Antwort dauert gleich lang.</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>How long every answer takes.</source>
        <translation>Wie lange jede Antwort dauert.</translation>
    </message>
    <message>
        <source>Uniform</source>
        <translation>Gleichverteilt</translation>
    </message>
    <message>
        <source>Any time between two bounds is equally likely.</source>
        <translation>Jede Zeit zwischen zwei Grenzen ist gleich wahrscheinlich.</translation>
    </message>
    <message>
        <source>From</source>
        <translation>Von</translation>
    </message>
    <message>
        <source>The shortest time.</source>
        <translation>Die kürzeste Zeit.</translation>
    </message>
    <message>
        <source>To</source>
        <translation>Bis</translation>
    </message>
    <message>
        <source>The longest time.</source>
        <translation>Die längste Zeit.</translation>
    </message>
    <message>
        <source>Normal</source>
        <translation>Normal</translation>
    </message>
    <message>
        <source>Most times lie near the mean, fewer the farther from it; none below 0.</source>
        <translation>Die meisten Zeiten liegen nahe am Mittel, weniger weiter weg; keine unter 0.</translation>
    </message>
    <message>
        <source>Mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>The middle of the bell curve.</source>
        <translation>Die Mitte der Glockenkurve.</translation>
    </message>
    <message>
        <source>Spread</source>
        <translation>Streuung</translation>
    </message>
    <message>
        <source>The standard deviation: two thirds lie within it.</source>
        <translation>Die Standardabweichung: zwei Drittel liegen innerhalb.</translation>
    </message>
    <message>
        <source>Log-normal</source>
        <translation>Log-normal</translation>
    </message>
    <message>
        <source>Most answers are quick and a few take long, as on real servers.</source>
        <translation>Die meisten Antworten kommen schnell, wenige dauern lange, wie bei echten Servern.</translation>
    </message>
    <message>
        <source>Median</source>
        <translation>Median</translation>
    </message>
    <message>
        <source>Half of the answers are quicker.</source>
        <translation>Die Hälfte der Antworten ist schneller.</translation>
    </message>
    <message>
        <source>95 %</source>
        <translation>95 %</translation>
    </message>
    <message>
        <source>95 of 100 answers are quicker.</source>
        <translation>95 von 100 Antworten sind schneller.</translation>
    </message>
    <message>
        <source>Exponential</source>
        <translation>Exponentiell</translation>
    </message>
    <message>
        <source>Short times are the most likely; a few are very long.</source>
        <translation>Kurze Zeiten sind am wahrscheinlichsten; wenige sind sehr lang.</translation>
    </message>
    <message>
        <source>The average time.</source>
        <translation>Die mittlere Zeit.</translation>
    </message>
    <message>
        <source>List</source>
        <translation>Liste</translation>
    </message>
    <message>
        <source>Times from a list, one after the other, then from the start again.</source>
        <translation>Zeiten aus einer Liste, eine nach der anderen, dann wieder von vorn.</translation>
    </message>
    <message>
        <source>Times</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>At least one duration.</source>
        <translation>Mindestens eine Zeitspanne.</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nie</translation>
    </message>
    <message>
        <source>Every attempt succeeds.</source>
        <translation>Jeder Versuch gelingt.</translation>
    </message>
    <message>
        <source>By chance</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Each attempt fails with the same probability.</source>
        <translation>Jeder Versuch schlägt mit derselben Wahrscheinlichkeit fehl.</translation>
    </message>
    <message>
        <source>Fails</source>
        <translation>Anteil</translation>
    </message>
    <message>
        <source>The part of the attempts that fails: 0.1 is one in ten.</source>
        <translation>Der Anteil der Versuche, der fehlschlägt: 0.1 ist einer von zehn.</translation>
    </message>
    <message>
        <source>First attempts</source>
        <translation>Erste Versuche</translation>
    </message>
    <message>
        <source>The first attempts of each request fail, later ones succeed.</source>
        <translation>Die ersten Versuche jeder Anfrage schlagen fehl, spätere gelingen.</translation>
    </message>
    <message>
        <source>Every n-th</source>
        <translation>Jede n-te</translation>
    </message>
    <message>
        <source>Only requests n, 2n, 3n … fail, by their number.</source>
        <translation>Nur die Anfragen n, 2n, 3n … schlagen fehl, nach ihrer Nummer.</translation>
    </message>
    <message>
        <source>Every</source>
        <translation>Jede</translation>
    </message>
    <message>
        <source>Which requests: 5 means 5, 10, 15 …</source>
        <translation>Welche Anfragen: 5 heißt 5, 10, 15 …</translation>
    </message>
    <message>
        <source>Chosen ones</source>
        <translation>Ausgewählte</translation>
    </message>
    <message>
        <source>Only the named requests fail.</source>
        <translation>Nur die genannten Anfragen schlagen fehl.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Numbers, or names of a list source.</source>
        <translation>Nummern, oder Namen aus einer Liste als Quelle.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>The fake server that answers every attempt.</source>
        <translation>Der nachgebildete Server, der jeden Versuch beantwortet.</translation>
    </message>
    <message>
        <source>On failure</source>
        <translation>Bei Fehlschlag</translation>
    </message>
    <message>
        <source>stop: the first failure cancels all other requests. collect: the rest goes on.</source>
        <translation>stop: Der erste Fehlschlag bricht alle anderen Anfragen ab. collect: Der Rest läuft weiter.</translation>
    </message>
    <message>
        <source>Delay</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>Group size</source>
        <translation>Gruppengröße</translation>
    </message>
    <message>
        <source>How many requests compete; none: all of them.</source>
        <translation>Wie viele Anfragen um die Wette laufen; ohne: alle.</translation>
    </message>
    <message>
        <source>Leading</source>
        <translation>Vorn</translation>
    </message>
    <message>
        <source>Whether the first input goes out at once.</source>
        <translation>Ob die erste Eingabe sofort hinausgeht.</translation>
    </message>
    <message>
        <source>Trailing</source>
        <translation>Hinten</translation>
    </message>
    <message>
        <source>Whether the last input goes out at the end.</source>
        <translation>Ob die letzte Eingabe am Ende hinausgeht.</translation>
    </message>
    <message>
        <source>Rate limit</source>
        <translation>Durchsatzgrenze</translation>
    </message>
    <message>
        <source>Starts calls at a rate; they may overlap.</source>
        <translation>Beginnt Aufrufe mit einer Rate; sie dürfen sich überlappen.</translation>
    </message>
    <message>
        <source>How many calls may start per second.</source>
        <translation>Wie viele Aufrufe pro Sekunde beginnen dürfen.</translation>
    </message>
    <message>
        <source>How many may start at once after a pause.</source>
        <translation>Wie viele nach einer Pause auf einmal beginnen dürfen.</translation>
    </message>
    <message>
        <source>Window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>Strict: at most rate × window starts in any such span; none: a token bucket.</source>
        <translation>Streng: höchstens Rate × Fenster Starts in jeder solchen Spanne; ohne: ein Token-Eimer.</translation>
    </message>
    <message>
        <source>At a time</source>
        <translation>Zugleich</translation>
    </message>
    <message>
        <source>How many calls may be under way at once; none: no limit.</source>
        <translation>Wie viele Aufrufe zugleich unterwegs sein dürfen; ohne: beliebig viele.</translation>
    </message>
    <message>
        <source>Debounce</source>
        <translation>Debounce</translation>
    </message>
    <message>
        <source>Waits for silence, then asks once, for the last input.</source>
        <translation>Wartet auf Ruhe und fragt dann einmal, für die letzte Eingabe.</translation>
    </message>
    <message>
        <source>How long the input must be silent.</source>
        <translation>Wie lange die Eingabe ruhen muss.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längstes Warten</translation>
    </message>
    <message>
        <source>Goes out at the latest this long after the first input.</source>
        <translation>Geht spätestens so lange nach der ersten Eingabe hinaus.</translation>
    </message>
    <message>
        <source>Overlap</source>
        <translation>Überlappen</translation>
    </message>
    <message>
        <source>Whether a call may start while the one before is still under way.</source>
        <translation>Ob ein Aufruf beginnen darf, während der davor noch unterwegs ist.</translation>
    </message>
    <message>
        <source>Throttle</source>
        <translation>Throttle</translation>
    </message>
    <message>
        <source>Lets at most one input out per delay.</source>
        <translation>Lässt in jeder Wartezeit höchstens eine Eingabe hinaus.</translation>
    </message>
    <message>
        <source>The least distance from one call to the next.</source>
        <translation>Der kleinste Abstand von einem Aufruf zum nächsten.</translation>
    </message>
    <message>
        <source>Mode</source>
        <translation>Modus</translation>
    </message>
    <message>
        <source>drop: inputs in between are replaced by later ones. pace: all go out, spaced.</source>
        <translation>drop: Eingaben dazwischen werden durch spätere ersetzt. pace: Alle gehen hinaus, mit Abstand.</translation>
    </message>
    <message>
        <source>Batches</source>
        <translation>Stapel</translation>
    </message>
    <message>
        <source>Starts a group of requests when the group before is over.</source>
        <translation>Beginnt eine Gruppe von Anfragen, wenn die Gruppe davor fertig ist.</translation>
    </message>
    <message>
        <source>Batch size</source>
        <translation>Stapelgröße</translation>
    </message>
    <message>
        <source>How many requests make one batch.</source>
        <translation>Wie viele Anfragen einen Stapel bilden.</translation>
    </message>
    <message>
        <source>The pause between two batches.</source>
        <translation>Die Pause zwischen zwei Stapeln.</translation>
    </message>
    <message>
        <source>Pause counts</source>
        <translation>Pause zählt</translation>
    </message>
    <message>
        <source>From the end of the batch before, or from its start.</source>
        <translation>Vom Ende des Stapels davor oder von seinem Anfang.</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>Each request waits for the one before.</source>
        <translation>Jede Anfrage wartet auf die davor.</translation>
    </message>
    <message>
        <source>Gather</source>
        <translation>Gather</translation>
    </message>
    <message>
        <source>All requests at once; the first failure cancels the others.</source>
        <translation>Alle Anfragen auf einmal; der erste Fehlschlag bricht die anderen ab.</translation>
    </message>
    <message>
        <source>Gather safe</source>
        <translation>Gather safe</translation>
    </message>
    <message>
        <source>All requests at once; every one keeps its own result or error.</source>
        <translation>Alle Anfragen auf einmal; jede behält ihr eigenes Ergebnis oder ihren Fehler.</translation>
    </message>
    <message>
        <source>Parallel map</source>
        <translation>Parallel map</translation>
    </message>
    <message>
        <source>At most so many requests at a time; the next starts when one ends.</source>
        <translation>Höchstens so viele Anfragen zugleich; die nächste beginnt, wenn eine endet.</translation>
    </message>
    <message>
        <source>How many requests may be under way at once.</source>
        <translation>Wie viele Anfragen zugleich unterwegs sein dürfen.</translation>
    </message>
    <message>
        <source>Race</source>
        <translation>Race</translation>
    </message>
    <message>
        <source>The first to settle wins; the others are cancelled.</source>
        <translation>Die erste, die endet, gewinnt; die anderen werden abgebrochen.</translation>
    </message>
    <message>
        <source>Any</source>
        <translation>Any</translation>
    </message>
    <message>
        <source>The first success wins; it fails when all have failed.</source>
        <translation>Der erste Erfolg gewinnt; schlägt fehl, wenn alle fehlgeschlagen sind.</translation>
    </message>
    <message>
        <source>Batcher</source>
        <translation>Batcher</translation>
    </message>
    <message>
        <source>Collects single requests into one call, by number or time.</source>
        <translation>Sammelt einzelne Anfragen zu einem Aufruf, nach Zahl oder Zeit.</translation>
    </message>
    <message>
        <source>Collect</source>
        <translation>Sammeln</translation>
    </message>
    <message>
        <source>How many requests fill a call.</source>
        <translation>Wie viele Anfragen einen Aufruf füllen.</translation>
    </message>
    <message>
        <source>How long the first of them waits for more.</source>
        <translation>Wie lange die erste davon auf weitere wartet.</translation>
    </message>
    <message>
        <source>Timeout</source>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Gives up after a time. Outside retry it covers all tries, inside it covers each.</source>
        <translation>Gibt nach einer Zeit auf. Außerhalb der Wiederholung gilt es für alle Anläufe, innerhalb für jeden.</translation>
    </message>
    <message>
        <source>How long to wait for the answer.</source>
        <translation>Wie lange auf die Antwort gewartet wird.</translation>
    </message>
    <message>
        <source>Then</source>
        <translation>Dann</translation>
    </message>
    <message>
        <source>throw: the request times out. default: it succeeds with a default value.</source>
        <translation>throw: Die Zeit der Anfrage ist abgelaufen. default: Sie gelingt mit einem Ersatzwert.</translation>
    </message>
    <message>
        <source>Jitter</source>
        <translation>Jitter</translation>
    </message>
    <message>
        <source>How far luck moves each back-off: none, a part of it (0.2 is ± 20 %), or full: anything from 0 up.</source>
        <translation>Wie weit der Zufall jeden Backoff verschiebt: gar nicht, um einen Teil (0.2 sind ± 20 %) oder full: alles ab 0.</translation>
    </message>
    <message>
        <source>Retry on</source>
        <translation>Wiederholt bei</translation>
    </message>
    <message>
        <source>Which failures are worth another try.</source>
        <translation>Welche Fehlschläge einen weiteren Anlauf wert sind.</translation>
    </message>
    <message>
        <source>Retry</source>
        <translation>Wiederholung</translation>
    </message>
    <message>
        <source>Tries again after a failure, each time after a longer pause.</source>
        <translation>Versucht es nach einem Fehlschlag erneut, jedes Mal nach einer längeren Pause.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Anläufe</translation>
    </message>
    <message>
        <source>How many tries in all, the first included.</source>
        <translation>Wie viele Anläufe insgesamt, der erste mitgezählt.</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>The pause before the second try.</source>
        <translation>Die Pause vor dem zweiten Anlauf.</translation>
    </message>
    <message>
        <source>Factor</source>
        <translation>Faktor</translation>
    </message>
    <message>
        <source>How much longer each further pause is.</source>
        <translation>Wie viel länger jede weitere Pause ist.</translation>
    </message>
    <message>
        <source>Longest</source>
        <translation>Höchstens</translation>
    </message>
    <message>
        <source>No pause is longer than this.</source>
        <translation>Keine Pause ist länger als diese.</translation>
    </message>
    <message>
        <source>Obey Retry-After</source>
        <translation>Retry-After gilt</translation>
    </message>
    <message>
        <source>Whether to wait at least as long as the server asks.</source>
        <translation>Ob mindestens so lange gewartet wird, wie der Server verlangt.</translation>
    </message>
    <message>
        <source>Within</source>
        <translation>Innerhalb</translation>
    </message>
    <message>
        <source>No pause goes past this time since the first try; none: no bound.</source>
        <translation>Keine Pause reicht über diese Zeit seit dem ersten Anlauf hinaus; ohne: keine Grenze.</translation>
    </message>
    <message>
        <source>Lets whatever is inside it start at a rate; shared by all calls.</source>
        <translation>Lässt alles, was innerhalb steht, mit einer Rate beginnen; gilt für alle Aufrufe zusammen.</translation>
    </message>
    <message>
        <source>How many may start per second.</source>
        <translation>Wie viele pro Sekunde beginnen dürfen.</translation>
    </message>
    <message>
        <source>Pause on 429</source>
        <translation>Pause bei 429</translation>
    </message>
    <message>
        <source>Whether one Retry-After of the server pauses everyone.</source>
        <translation>Ob ein Retry-After des Servers alle pausieren lässt.</translation>
    </message>
    <message>
        <source>Circuit breaker</source>
        <translation>Schutzschalter</translation>
    </message>
    <message>
        <source>After several failures in a row turns calls away at once, for a time.</source>
        <translation>Weist nach mehreren Fehlschlägen in Folge Aufrufe eine Zeit lang sofort ab.</translation>
    </message>
    <message>
        <source>Failures</source>
        <translation>Fehlschläge</translation>
    </message>
    <message>
        <source>How many failures in a row open it.</source>
        <translation>Wie viele Fehlschläge in Folge ihn öffnen.</translation>
    </message>
    <message>
        <source>Open for</source>
        <translation>Offen für</translation>
    </message>
    <message>
        <source>How long it turns everyone away.</source>
        <translation>Wie lange er alle abweist.</translation>
    </message>
    <message>
        <source>Probes</source>
        <translation>Proben</translation>
    </message>
    <message>
        <source>How many calls must then succeed to close it.</source>
        <translation>Wie viele Aufrufe dann gelingen müssen, damit er schließt.</translation>
    </message>
    <message>
        <source>Hedge</source>
        <translation>Hedge</translation>
    </message>
    <message>
        <source>Sends a copy when the answer is late; the first success wins.</source>
        <translation>Schickt eine Kopie, wenn die Antwort ausbleibt; der erste Erfolg gewinnt.</translation>
    </message>
    <message>
        <source>How long to wait before each further copy.</source>
        <translation>Wie lange vor jeder weiteren Kopie gewartet wird.</translation>
    </message>
    <message>
        <source>Copies</source>
        <translation>Kopien</translation>
    </message>
    <message>
        <source>How many further copies at most.</source>
        <translation>Wie viele weitere Kopien höchstens.</translation>
    </message>
    <message>
        <source>Concurrency limit</source>
        <translation>Zugleich-Grenze</translation>
    </message>
    <message>
        <source>At most so many at a time inside it; shared by all calls.</source>
        <translation>Höchstens so viele zugleich darin; gilt für alle Aufrufe zusammen.</translation>
    </message>
    <message>
        <source>How many may be inside at once.</source>
        <translation>Wie viele zugleich darin sein dürfen.</translation>
    </message>
    <message>
        <source>Keep the latest</source>
        <translation>Nur das Neueste</translation>
    </message>
    <message>
        <source>A new call cancels the older one still under way.</source>
        <translation>Ein neuer Aufruf bricht den älteren ab, der noch unterwegs ist.</translation>
    </message>
    <message>
        <source>How many requests the source makes.</source>
        <translation>Wie viele Anfragen die Quelle macht.</translation>
    </message>
    <message>
        <source>Label</source>
        <translation>Text</translation>
    </message>
    <message>
        <source>The text of each request; {n} is its number, {text} what the pad holds.</source>
        <translation>Der Text jeder Anfrage; {n} ist ihre Nummer, {text} der Inhalt des Eingabefelds.</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Alle auf einmal</translation>
    </message>
    <message>
        <source>A number of requests that all arrive at t = 0.</source>
        <translation>Eine Zahl von Anfragen, die alle bei t = 0 eintreffen.</translation>
    </message>
    <message>
        <source>Named requests, each with its own time, latency and failures if you like.</source>
        <translation>Anfragen mit Namen, auf Wunsch jede mit eigener Zeit, Latenz und eigenen Fehlschlägen.</translation>
    </message>
    <message>
        <source>Items</source>
        <translation>Einträge</translation>
    </message>
    <message>
        <source>One object per request: name, and optionally at, latency, fails, error.</source>
        <translation>Ein Objekt je Anfrage: name, dazu auf Wunsch at, latency, fails, error.</translation>
    </message>
    <message>
        <source>Steady</source>
        <translation>Gleichmäßig</translation>
    </message>
    <message>
        <source>One request after another at equal distance, the first at t = 0.</source>
        <translation>Eine Anfrage nach der anderen in gleichem Abstand, die erste bei t = 0.</translation>
    </message>
    <message>
        <source>The time from one arrival to the next.</source>
        <translation>Die Zeit von einem Eintreffen zum nächsten.</translation>
    </message>
    <message>
        <source>Random</source>
        <translation>Zufällig</translation>
    </message>
    <message>
        <source>Requests at random times with a given mean rate.</source>
        <translation>Anfragen zu zufälligen Zeiten mit gegebener mittlerer Rate.</translation>
    </message>
    <message>
        <source>How many arrive per second on average.</source>
        <translation>Wie viele im Mittel pro Sekunde eintreffen.</translation>
    </message>
    <message>
        <source>Bursts</source>
        <translation>Schübe</translation>
    </message>
    <message>
        <source>Groups of requests at equal distance, the first at t = 0.</source>
        <translation>Gruppen von Anfragen in gleichem Abstand, die erste bei t = 0.</translation>
    </message>
    <message>
        <source>Burst size</source>
        <translation>Schubgröße</translation>
    </message>
    <message>
        <source>How many requests make one burst.</source>
        <translation>Wie viele Anfragen einen Schub bilden.</translation>
    </message>
    <message>
        <source>The time from the start of one burst to the next.</source>
        <translation>Die Zeit vom Beginn eines Schubs zum nächsten.</translation>
    </message>
    <message>
        <source>Spacing</source>
        <translation>Abstand darin</translation>
    </message>
    <message>
        <source>The time between the members of a burst.</source>
        <translation>Die Zeit zwischen den Gliedern eines Schubs.</translation>
    </message>
    <message>
        <source>Recorded input</source>
        <translation>Aufgenommene Eingabe</translation>
    </message>
    <message>
        <source>Keys and clicks that were typed into the pad; each is one request.</source>
        <translation>Tasten und Klicks aus dem Eingabefeld; jede Eingabe ist eine Anfrage.</translation>
    </message>
    <message>
        <source>Events</source>
        <translation>Ereignisse</translation>
    </message>
    <message>
        <source>One object per input: at, then key or click, and optionally text.</source>
        <translation>Ein Objekt je Eingabe: at, dann key oder click, auf Wunsch text.</translation>
    </message>
    <message>
        <source>End</source>
        <translation>Ende</translation>
    </message>
    <message>
        <source>When the input closes; unless given, at the last event.</source>
        <translation>Wann die Eingabe schließt; ohne Angabe beim letzten Ereignis.</translation>
    </message>
</context>
<context>
    <name>Problem</name>
    <message>
        <source>the backend</source>
        <translation>der Server</translation>
    </message>
    <message>
        <source>&quot;backend.failure&quot; must be &quot;never&quot; or an object such as %1, not %2</source>
        <translation>&quot;backend.failure&quot; muss &quot;never&quot; oder ein Objekt wie %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>%1 is not a ready-made server;</source>
        <translation>%1 ist kein fertiger Server;</translation>
    </message>
    <message>
        <source>&quot;backend&quot; must be an object or the name of a ready-made server, not %1</source>
        <translation>&quot;backend&quot; muss ein Objekt oder der Name eines fertigen Servers sein, nicht %1</translation>
    </message>
    <message>
        <source>there is no scenario &quot;%1&quot; in the gallery;</source>
        <translation>in der Galerie gibt es kein Szenario &quot;%1&quot;;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a folder; name a scenario file in it</source>
        <translation>&quot;%1&quot; ist ein Ordner; nenn eine Szenariodatei darin</translation>
    </message>
    <message>
        <source>could not read &quot;%1&quot;: %2; name a file that exists and that you may read</source>
        <translation>&quot;%1&quot; ließ sich nicht lesen: %2; nenn eine Datei, die es gibt und die lesbar ist</translation>
    </message>
    <message>
        <source>&quot;%1&quot; does not end within %2 MB; name a scenario file</source>
        <translation>&quot;%1&quot; endet nicht innerhalb von %2 MB; nenn eine Szenariodatei</translation>
    </message>
    <message>
        <source>could not read &quot;%1&quot; to its end: %2; try again or name another file</source>
        <translation>&quot;%1&quot; ließ sich nicht bis zum Ende lesen: %2; versuch es noch einmal oder nenn eine andere Datei</translation>
    </message>
    <message>
        <source>this is not JSON: a comma, a key in double quotes or the closing } of an object is missing here</source>
        <translation>das ist kein JSON: hier fehlt ein Komma, ein Schlüssel in doppelten Anführungszeichen oder die schließende } eines Objekts</translation>
    </message>
    <message>
        <source>this is not JSON: the colon after a key is missing here</source>
        <translation>das ist kein JSON: hier fehlt der Doppelpunkt nach einem Schlüssel</translation>
    </message>
    <message>
        <source>this is not JSON: a comma or the closing ] of an array is missing here</source>
        <translation>das ist kein JSON: hier fehlt ein Komma oder die schließende ] einer Liste</translation>
    </message>
    <message>
        <source>this is not JSON: a comma is missing here</source>
        <translation>das ist kein JSON: hier fehlt ein Komma</translation>
    </message>
    <message>
        <source>this is not JSON: here a value is expected, such as &quot;text&quot;, 5, true, null, [ ] or { }</source>
        <translation>das ist kein JSON: hier wird ein Wert erwartet, etwa &quot;text&quot;, 5, true, null, [ ] oder { }</translation>
    </message>
    <message>
        <source>this is not JSON: it ends too early; a closing ] or } is missing</source>
        <translation>das ist kein JSON: es endet zu früh; eine schließende ] oder } fehlt</translation>
    </message>
    <message>
        <source>this is not JSON: here a number is expected that is not beyond 1.7e308</source>
        <translation>das ist kein JSON: hier wird eine Zahl erwartet, die nicht über 1.7e308 liegt</translation>
    </message>
    <message>
        <source>this is not JSON: after a backslash in a text only &quot; \ / b f n r t or u with four digits may follow</source>
        <translation>das ist kein JSON: nach einem Backslash darf in einem Text nur &quot; \ / b f n r t oder u mit vier Ziffern folgen</translation>
    </message>
    <message>
        <source>this text is not UTF-8; save the file as UTF-8</source>
        <translation>dieser Text ist kein UTF-8; speichere die Datei als UTF-8</translation>
    </message>
    <message>
        <source>this is not JSON: the closing double quote of a text is missing</source>
        <translation>das ist kein JSON: das schließende doppelte Anführungszeichen eines Textes fehlt</translation>
    </message>
    <message>
        <source>this is not JSON: after a comma another value is expected; remove the comma or add the value</source>
        <translation>das ist kein JSON: nach einem Komma wird ein weiterer Wert erwartet; lass das Komma weg oder ergänze den Wert</translation>
    </message>
    <message>
        <source>brackets are nested too deeply; no scenario needs more than ten levels</source>
        <translation>die Klammern sind zu tief verschachtelt; kein Szenario braucht mehr als zehn Ebenen</translation>
    </message>
    <message>
        <source>this is too large to be a scenario</source>
        <translation>das ist zu groß für ein Szenario</translation>
    </message>
    <message>
        <source>there is more text behind the end of the JSON object; remove it</source>
        <translation>hinter dem Ende des JSON-Objekts steht noch Text; lass ihn weg</translation>
    </message>
    <message>
        <source>a text goes on behind the end of the line; close it with a double quote, or write \n for a line break in it</source>
        <translation>ein Text geht über das Ende der Zeile hinaus; schließ ihn mit einem doppelten Anführungszeichen, oder schreib \n für einen Zeilenumbruch darin</translation>
    </message>
    <message>
        <source>a text holds a raw control character; write it as \u%1</source>
        <translation>ein Text enthält ein rohes Steuerzeichen; schreib es als \u%1</translation>
    </message>
    <message>
        <source>%1 (column %2)</source>
        <translation>%1 (Spalte %2)</translation>
    </message>
    <message>
        <source>this is not JSON, which knows no NaN and no infinity; write a number, or null for none</source>
        <translation>das ist kein JSON, denn das kennt weder NaN noch Unendlich; schreib eine Zahl, oder null für keine</translation>
    </message>
    <message>
        <source>this has %1 MB; a scenario may have at most 16 MiB</source>
        <translation>das hat %1 MB; ein Szenario darf höchstens 16 MiB haben</translation>
    </message>
    <message>
        <source>this is empty; a scenario is one JSON object, at least {&quot;version&quot;: 1}</source>
        <translation>das ist leer; ein Szenario ist ein JSON-Objekt, mindestens {&quot;version&quot;: 1}</translation>
    </message>
    <message>
        <source>this begins with a byte order mark; save it as UTF-8 without one</source>
        <translation>das beginnt mit einer Byte-Order-Mark; speichere es als UTF-8 ohne sie</translation>
    </message>
    <message>
        <source>this is UTF-16; save it as UTF-8</source>
        <translation>das ist UTF-16; speichere es als UTF-8</translation>
    </message>
    <message>
        <source>the key %1 is given twice, first in line %2; remove one of them</source>
        <translation>der Schlüssel %1 steht zweimal da, zuerst in Zeile %2; lass einen davon weg</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be the number of a request from 1 on or a name, not %2</source>
        <translation>&quot;%1&quot; muss die Nummer einer Anfrage ab 1 oder ein Name sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object, not %2</source>
        <translation>&quot;%1&quot; muss ein Objekt sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs the key &quot;%2&quot;</source>
        <translation>&quot;%1&quot; braucht den Schlüssel &quot;%2&quot;</translation>
    </message>
    <message>
        <source>an item</source>
        <translation>ein Eintrag</translation>
    </message>
    <message>
        <source>an event</source>
        <translation>ein Ereignis</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names &quot;%2&quot; twice; remove one of them</source>
        <translation>&quot;%1&quot; nennt &quot;%2&quot; zweimal; lass eines davon weg</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must hold at least one duration</source>
        <translation>&quot;%1&quot; muss mindestens eine Zeitspanne enthalten</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names %2, but only the requests of a &quot;list&quot; source have names; write numbers, such as 4</source>
        <translation>&quot;%1&quot; nennt %2, aber nur Anfragen einer Quelle &quot;list&quot; haben Namen; schreib Nummern, etwa 4</translation>
    </message>
    <message>
        <source>&quot;%1&quot; names %2, but the source has no such item;</source>
        <translation>&quot;%1&quot; nennt %2, aber die Quelle hat keinen solchen Eintrag;</translation>
    </message>
    <message>
        <source> did you mean &quot;%1&quot;?</source>
        <translation> ist &quot;%1&quot; gemeint?</translation>
    </message>
    <message>
        <source> it has none</source>
        <translation> es hat keine</translation>
    </message>
    <message>
        <source> known: %1</source>
        <translation> bekannt: %1</translation>
    </message>
    <message>
        <source>and</source>
        <translation>und</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an array of objects, not %2</source>
        <translation>&quot;%1&quot; muss eine Liste von Objekten sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a &quot;set&quot; with at least one key, such as {&quot;pattern.limit&quot;: 8}</source>
        <translation>&quot;%1&quot; braucht ein &quot;set&quot; mit mindestens einem Schlüssel, etwa {&quot;pattern.limit&quot;: 8}</translation>
    </message>
    <message>
        <source>&quot;%1&quot; changes &quot;%2&quot;, which cannot change while the run goes on; only numbers and durations can</source>
        <translation>&quot;%1&quot; ändert &quot;%2&quot;, das sich während des Laufs nicht ändern kann; nur Zahlen und Zeitspannen können das</translation>
    </message>
    <message>
        <source>&quot;%1&quot; changes &quot;%2&quot;, which this scenario does not have; </source>
        <translation>&quot;%1&quot; ändert &quot;%2&quot;, das dieses Szenario nicht hat; </translation>
    </message>
    <message>
        <source>name a number or a duration of it, such as backend.latency.value</source>
        <translation>nenn eine Zahl oder Zeitspanne daraus, etwa backend.latency.value</translation>
    </message>
    <message>
        <source>did you mean &quot;%1&quot;?</source>
        <translation>ist &quot;%1&quot; gemeint?</translation>
    </message>
    <message>
        <source>the edit &quot;%1&quot; is not possible: %2</source>
        <translation>die Änderung &quot;%1&quot; ist nicht möglich: %2</translation>
    </message>
    <message>
        <source>&quot;%1.at&quot; (%2) lies before the edit above it (%3); sort them by time</source>
        <translation>&quot;%1.at&quot; (%2) liegt vor der Änderung darüber (%3); sortiere sie nach der Zeit</translation>
    </message>
    <message>
        <source>&quot;challenge&quot; must be an object such as {&quot;failed&quot;: &quot;== 0&quot;}, not %1</source>
        <translation>&quot;challenge&quot; muss ein Objekt wie {&quot;failed&quot;: &quot;== 0&quot;} sein, nicht %1</translation>
    </message>
    <message>
        <source>&quot;challenge.%1&quot; must be a condition such as &quot;&lt;= 2000&quot; (&lt; &lt;= == != &gt;= &gt;), not %2</source>
        <translation>&quot;challenge.%1&quot; muss eine Bedingung wie &quot;&lt;= 2000&quot; sein (&lt; &lt;= == != &gt;= &gt;), nicht %2</translation>
    </message>
    <message>
        <source>&quot;compare&quot; may hold at most %1 strips beside the scenario itself</source>
        <translation>&quot;compare&quot; darf höchstens %1 Streifen neben dem Szenario selbst enthalten</translation>
    </message>
    <message>
        <source>&quot;%1.name&quot; must be a text, not %2</source>
        <translation>&quot;%1.name&quot; muss ein Text sein, nicht %2</translation>
    </message>
    <message>
        <source>the strip &quot;%1&quot; is not possible: %2</source>
        <translation>der Streifen &quot;%1&quot; ist nicht möglich: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be set in a strip; only &quot;pattern&quot; and &quot;policies&quot; can</source>
        <translation>&quot;%1&quot; kann in einem Streifen nicht gesetzt werden; nur &quot;pattern&quot; und &quot;policies&quot; können das</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, line %2: %3</source>
        <translation>%1, Zeile %2: %3</translation>
    </message>
    <message>
        <source>a scenario must be a JSON object { }, not %1</source>
        <translation>ein Szenario muss ein JSON-Objekt { } sein, nicht %1</translation>
    </message>
    <message>
        <source>&quot;version&quot; must be a whole number such as %1, not %2</source>
        <translation>&quot;version&quot; muss eine ganze Zahl wie %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;version&quot; is %1, but this program reads up to %2; use a newer Asyncade</source>
        <translation>&quot;version&quot; ist %1, aber dieses Programm liest nur bis %2; nimm ein neueres Asyncade</translation>
    </message>
    <message>
        <source>&quot;version&quot; must be %1, not %2</source>
        <translation>&quot;version&quot; muss %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>a scenario</source>
        <translation>ein Szenario</translation>
    </message>
    <message>
        <source>&quot;name&quot; may hold only a to z, 0 to 9 and -, but is %1</source>
        <translation>&quot;name&quot; darf nur a bis z, 0 bis 9 und - enthalten, ist aber %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be a text that is not empty, not %2</source>
        <translation>&quot;%1&quot; muss ein Text sein, der nicht leer ist, nicht %2</translation>
    </message>
    <message>
        <source>&quot;group&quot; must be %1, not %2</source>
        <translation>&quot;group&quot; muss %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>&quot;seed&quot; must be a whole number from 0 to %1, not %2</source>
        <translation>&quot;seed&quot; muss eine ganze Zahl von 0 bis %1 sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;info&quot; must be an object, not %1</source>
        <translation>&quot;info&quot; muss ein Objekt sein, nicht %1</translation>
    </message>
    <message>
        <source>&quot;info.%1&quot; must be a text, not %2</source>
        <translation>&quot;info.%1&quot; muss ein Text sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; needs a &quot;kind&quot;: %2</source>
        <translation>&quot;%1&quot; braucht ein &quot;kind&quot;: %2</translation>
    </message>
    <message>
        <source>%1 is not a kind of %2;</source>
        <translation>%1 ist keine Art von %2;</translation>
    </message>
    <message>
        <source>&quot;%1.enabled&quot; must be true or false, not %2</source>
        <translation>&quot;%1.enabled&quot; muss true oder false sein, nicht %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be an object such as {&quot;kind&quot;: &quot;%2&quot;}, not %3</source>
        <translation>&quot;%1&quot; muss ein Objekt wie {&quot;kind&quot;: &quot;%2&quot;} sein, nicht %3</translation>
    </message>
    <message>
        <source>&quot;policies&quot; must be an array of objects, not %1</source>
        <translation>&quot;policies&quot; muss eine Liste von Objekten sein, nicht %1</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is a second &quot;%2&quot;, which may be there only once; remove one</source>
        <translation>&quot;%1&quot; ist eine zweite Regel &quot;%2&quot;, die es nur einmal geben darf; lass eine weg</translation>
    </message>
    <message>
        <source>%1 is not a key of %2 &quot;%3&quot;;</source>
        <translation>%1 ist kein Schlüssel von %2 &quot;%3&quot;;</translation>
    </message>
    <message>
        <source> it is one of %1; change &quot;kind&quot; or remove it</source>
        <translation> es ist einer von %1; ändere &quot;kind&quot; oder lass ihn weg</translation>
    </message>
    <message>
        <source>%1 is not a key of %2;</source>
        <translation>%1 ist kein Schlüssel von %2;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) must be at least &quot;%3&quot; (%4)</source>
        <translation>&quot;%1&quot; (%2) muss mindestens &quot;%3&quot; (%4) sein</translation>
    </message>
    <message>
        <source>&quot;%1&quot; cannot be used together with a strict &quot;window&quot;; remove one of them</source>
        <translation>&quot;%1&quot; geht nicht zusammen mit einem strengen &quot;window&quot;; lass eines davon weg</translation>
    </message>
    <message>
        <source>rate × window must be a whole number of starts from 1 on, but %1 per second × %2 is %3; change &quot;%4&quot; or the rate</source>
        <translation>Rate × Fenster muss eine ganze Zahl von Starts ab 1 sein, aber %1 pro Sekunde × %2 ist %3; ändere &quot;%4&quot; oder die Rate</translation>
    </message>
    <message>
        <source>&quot;leading&quot; and &quot;trailing&quot; of &quot;%1&quot; are both false, so nothing would ever go out; set one of them to true</source>
        <translation>&quot;leading&quot; und &quot;trailing&quot; von &quot;%1&quot; sind beide false, also ginge nie etwas hinaus; setz eines davon auf true</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) lies before the one above it (%3); sort them by time</source>
        <translation>&quot;%1&quot; (%2) liegt vor dem darüber (%3); sortiere sie nach der Zeit</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must have either a &quot;key&quot; with a text or &quot;click&quot;: true</source>
        <translation>&quot;%1&quot; muss entweder ein &quot;key&quot; mit einem Text oder &quot;click&quot;: true haben</translation>
    </message>
    <message>
        <source>&quot;%1&quot; (%2) lies before the last event (%3)</source>
        <translation>&quot;%1&quot; (%2) liegt vor dem letzten Ereignis (%3)</translation>
    </message>
    <message>
        <source>the value of &quot;%1&quot; cannot be read: %2</source>
        <translation>der Wert von &quot;%1&quot; lässt sich nicht lesen: %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is not the path of a key; write keys joined by dots, such as pattern.limit</source>
        <translation>&quot;%1&quot; ist kein Pfad eines Schlüssels; schreib Schlüssel mit Punkten dazwischen, etwa pattern.limit</translation>
    </message>
    <message>
        <source>there are %1 policies &quot;%2&quot;; write policies.%3 or policies.%4</source>
        <translation>es gibt %1 Regeln &quot;%2&quot;; schreib policies.%3 oder policies.%4</translation>
    </message>
    <message>
        <source>there is no policy &quot;%1&quot; in this scenario; add it, such as &apos;policies=%2&apos;</source>
        <translation>dieses Szenario hat keine Regel &quot;%1&quot;; füge sie hinzu, etwa &apos;policies=%2&apos;</translation>
    </message>
    <message>
        <source>there is no policy &quot;%1&quot; in this scenario;</source>
        <translation>dieses Szenario hat keine Regel &quot;%1&quot;;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is %2 and has no key &quot;%3&quot;</source>
        <translation>&quot;%1&quot; ist %2 und hat keinen Schlüssel &quot;%3&quot;</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is empty, so there is no %1.%2</source>
        <translation>&quot;%1&quot; ist leer, also gibt es kein %1.%2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has the entries 0 to %2, not %3</source>
        <translation>&quot;%1&quot; hat die Einträge 0 bis %2, nicht %3</translation>
    </message>
    <message>
        <source> from %1 to %2</source>
        <translation> von %1 bis %2</translation>
    </message>
    <message>
        <source>a duration%1, such as &quot;250ms&quot;</source>
        <translation>eine Zeitspanne%1, etwa &quot;250ms&quot;</translation>
    </message>
    <message>
        <source>a number per second%1</source>
        <translation>eine Zahl pro Sekunde%1</translation>
    </message>
    <message>
        <source>a number%1</source>
        <translation>eine Zahl%1</translation>
    </message>
    <message>
        <source>a whole number%1</source>
        <translation>eine ganze Zahl%1</translation>
    </message>
    <message>
        <source>true or false</source>
        <translation>true oder false</translation>
    </message>
    <message>
        <source>a text</source>
        <translation>ein Text</translation>
    </message>
    <message>
        <source>an array</source>
        <translation>eine Liste</translation>
    </message>
    <message>
        <source>%1 or a number%2</source>
        <translation>%1 oder eine Zahl%2</translation>
    </message>
    <message>
        <source>a status%1, %2</source>
        <translation>ein Status%1, %2</translation>
    </message>
    <message>
        <source>a whole number%1 or %2</source>
        <translation>eine ganze Zahl%1 oder %2</translation>
    </message>
    <message>
        <source>&quot;%1&quot; must be %2</source>
        <translation>&quot;%1&quot; muss %2 sein</translation>
    </message>
    <message>
        <source>, or null</source>
        <translation>, oder null</translation>
    </message>
    <message>
        <source>, not %1</source>
        <translation>, nicht %1</translation>
    </message>
    <message>
        <source>; write a unit: &quot;%1ms&quot;</source>
        <translation>; schreib eine Einheit: &quot;%1ms&quot;</translation>
    </message>
    <message>
        <source>; write [&quot;%1&quot;]</source>
        <translation>; schreib [&quot;%1&quot;]</translation>
    </message>
    <message>
        <source>; did you mean &quot;%1&quot;?</source>
        <translation>; ist &quot;%1&quot; gemeint?</translation>
    </message>
    <message>
        <source>an object</source>
        <translation>ein Objekt</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
</context>
<context>
    <name>RecentFiles</name>
    <message>
        <source>&amp;%1 %2 – %3</source>
        <translation>&amp;%1 %2 – %3</translation>
    </message>
    <message>
        <source>&amp;%1 %2 – not there any more</source>
        <translation>&amp;%1 %2 – nicht mehr da</translation>
    </message>
</context>
<context>
    <name>Report</name>
    <message>
        <source>%1 of %2 succeeded</source>
        <translation>%1 von %2 erfolgreich</translation>
    </message>
    <message>
        <source>%1 of them with a default value</source>
        <translation>davon %1 mit Ersatzwert</translation>
    </message>
    <message>
        <source>%1 failed</source>
        <translation>%1 fehlgeschlagen</translation>
    </message>
    <message>
        <source>%1 timed out</source>
        <translation>%1 Zeit abgelaufen</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>%1 never answered</source>
        <translation>%1 nie beantwortet</translation>
    </message>
    <message>
        <source>, %1 of them wasted (%2)</source>
        <translation>, davon %1 vergeblich (%2)</translation>
    </message>
    <message>
        <source>, %1 refused</source>
        <translation>, %1 abgelehnt</translation>
    </message>
    <message>
        <source>, %1 calls rejected</source>
        <translation>, %1 Aufrufe abgewiesen</translation>
    </message>
    <message>
        <source>%1 min, %2 mean, %3 p50, %4 p95, %5 p99, %6 max</source>
        <translation>%1 min, %2 Mittel, %3 p50, %4 p95, %5 p99, %6 max</translation>
    </message>
    <message>
        <source>Wall clock</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>real time: these figures are not reproducible</source>
        <translation>diese Zahlen sind nicht wiederholbar</translation>
    </message>
    <message>
        <source>Timers late</source>
        <translation>Timer verspätet</translation>
    </message>
    <message>
        <source>%1 p50, %2 p99, %3 max, of %4</source>
        <translation>%1 p50, %2 p99, %3 max, von %4</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>before its end: what was open then counts as never answered</source>
        <translation>vor dem Ende: was da offen war, zählt als nie beantwortet</translation>
    </message>
    <message>
        <source>Scenario</source>
        <translation>Szenario</translation>
    </message>
    <message>
        <source>%1 (seed %2)</source>
        <translation>%1 (Seed %2)</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>Most in flight</source>
        <translation>Meiste zugleich</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>%1 per second</source>
        <translation>%1 pro Sekunde</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>Wartezeit</translation>
    </message>
    <message>
        <source>%1 mean, %2 max</source>
        <translation>%1 Mittel, %2 max</translation>
    </message>
    <message>
        <source>nothing</source>
        <translation>nichts</translation>
    </message>
    <message>
        <source>Challenge</source>
        <translation>Ziel</translation>
    </message>
    <message>
        <source>%1 %2: %3, %4</source>
        <translation>%1 %2: %3, %4</translation>
    </message>
    <message>
        <source>met</source>
        <translation>erreicht</translation>
    </message>
    <message>
        <source>not met</source>
        <translation>verfehlt</translation>
    </message>
</context>
<context>
    <name>RequestFacts</name>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Never answered</source>
        <translation>Nie beantwortet</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded by default</source>
        <translation>Ersatzwert</translation>
    </message>
    <message>
        <source>%1 on attempt %2</source>
        <translation>%1 mit Versuch %2</translation>
    </message>
    <message>
        <source>Cancelled by %1</source>
        <translation>Abgebrochen durch %1</translation>
    </message>
    <message>
        <source>Attempt %1</source>
        <translation>Versuch %1</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>Did not wait.</source>
        <translation>Hat nicht gewartet.</translation>
    </message>
    <message>
        <source>It travelled at once in the call of %1.</source>
        <translation>Sie reiste sofort im Aufruf von %1 mit.</translation>
    </message>
    <message>
        <source>It started at once, at t = %1.</source>
        <translation>Sie begann sofort, bei t = %1.</translation>
    </message>
    <message>
        <source>It has not started.</source>
        <translation>Sie hat nicht begonnen.</translation>
    </message>
    <message>
        <source>Its turn never came.</source>
        <translation>Sie kam nie an die Reihe.</translation>
    </message>
    <message>
        <source>It was dropped at once, at t = %1.</source>
        <translation>Sie wurde sofort verworfen, bei t = %1.</translation>
    </message>
    <message>
        <source>%1 took its place.</source>
        <translation>%1 trat an ihre Stelle.</translation>
    </message>
    <message>
        <source>Another input stood for it, so it never went out.</source>
        <translation>Eine andere Eingabe stand für sie, darum ging sie nie hinaus.</translation>
    </message>
    <message>
        <source>It was turned away at once, at t = %1.</source>
        <translation>Sie wurde sofort abgewiesen, bei t = %1.</translation>
    </message>
    <message>
        <source>The circuit breaker was open, so it never reached the server.</source>
        <translation>Der Schutzschalter war offen, darum erreichte sie den Server nie.</translation>
    </message>
    <message>
        <source>It was cancelled before it started, at t = %1.</source>
        <translation>Sie wurde vor ihrem Beginn abgebrochen, bei t = %1.</translation>
    </message>
    <message>
        <source>The newer %1 took its place.</source>
        <translation>Die neuere %1 trat an ihre Stelle.</translation>
    </message>
    <message>
        <source>%1 ended, which cancelled it.</source>
        <translation>%1 endete und brach sie damit ab.</translation>
    </message>
    <message>
        <source>It never started.</source>
        <translation>Sie hat nie begonnen.</translation>
    </message>
    <message>
        <source>It was over at t = %1, before its turn came.</source>
        <translation>Sie war bei t = %1 vorbei, ehe sie an die Reihe kam.</translation>
    </message>
    <message>
        <source>when %1 asked, t = %2</source>
        <translation>als %1 anfragte, t = %2</translation>
    </message>
    <message>
        <source>Slot %1</source>
        <translation>Platz %1</translation>
    </message>
    <message>
        <source>then to %1</source>
        <translation>dann an %1</translation>
    </message>
    <message>
        <source>still</source>
        <translation>noch</translation>
    </message>
    <message>
        <source>until %1</source>
        <translation>bis %1</translation>
    </message>
    <message>
        <source>%1 more</source>
        <translation>%1 weitere</translation>
    </message>
    <message>
        <source>Queue place</source>
        <translation>Warteplatz</translation>
    </message>
    <message>
        <source>%1, %2 more behind it</source>
        <translation>%1, dahinter %2 weitere</translation>
    </message>
    <message>
        <source>%1, nobody behind it</source>
        <translation>%1, niemand dahinter</translation>
    </message>
    <message>
        <source>%1, as the server asked</source>
        <translation>%1, wie vom Server verlangt</translation>
    </message>
    <message>
        <source>%1, jitter drew %2%3 %</source>
        <translation>%1, Jitter zog %2%3 %</translation>
    </message>
    <message>
        <source>Back-off %1</source>
        <translation>Backoff %1</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>Slot held</source>
        <translation>Platz belegt</translation>
    </message>
    <message>
        <source>%1, back-off included</source>
        <translation>%1 mit Backoff</translation>
    </message>
    <message>
        <source>position %1 of %2</source>
        <translation>Stelle %1 von %2</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>Ergebnis</translation>
    </message>
    <message>
        <source>%1, %2 to finish</source>
        <translation>%1, als %2 fertig</translation>
    </message>
    <message>
        <source>first</source>
        <translation>erste</translation>
    </message>
    <message>
        <source>second</source>
        <translation>zweite</translation>
    </message>
    <message>
        <source>third</source>
        <translation>dritte</translation>
    </message>
    <message>
        <source>fourth</source>
        <translation>vierte</translation>
    </message>
    <message>
        <source>fifth</source>
        <translation>fünfte</translation>
    </message>
    <message>
        <source>sixth</source>
        <translation>sechste</translation>
    </message>
    <message>
        <source>seventh</source>
        <translation>siebte</translation>
    </message>
    <message>
        <source>eighth</source>
        <translation>achte</translation>
    </message>
    <message>
        <source>ninth</source>
        <translation>neunte</translation>
    </message>
    <message>
        <source>tenth</source>
        <translation>zehnte</translation>
    </message>
    <message>
        <source>no. %1</source>
        <translation>Nr. %1</translation>
    </message>
</context>
<context>
    <name>RunCommand</name>
    <message>
        <source>could not make the picture: %1; try a smaller --size</source>
        <translation>das Bild ließ sich nicht machen: %1; versuch es mit einem kleineren --size</translation>
    </message>
    <message>
        <source>these are the numbers of the first of %1 strips; all of them: asyncade compare %2</source>
        <translation>das sind die Zahlen des ersten von %1 Streifen; alle: asyncade compare %2</translation>
    </message>
</context>
<context>
    <name>RunRequest</name>
    <message>
        <source>--set %1 is no setting; write a key, an equals sign and a value: --set pattern.limit=8</source>
        <translation>--set %1 ist keine Einstellung; schreib einen Schlüssel, ein Gleichheitszeichen und einen Wert: --set pattern.limit=8</translation>
    </message>
    <message>
        <source>%1 is %2, not &quot;%3&quot;</source>
        <translation>%1 ist %2, nicht &quot;%3&quot;</translation>
    </message>
    <message>
        <source>or</source>
        <translation>oder</translation>
    </message>
    <message>
        <source>--size is width x height in pixels, 1x1 to %1x%1, as in 1600x800; got &quot;%2&quot;</source>
        <translation>--size ist Breite x Höhe in Pixeln, 1x1 bis %1x%1, wie in 1600x800; hier steht &quot;%2&quot;</translation>
    </message>
    <message>
        <source>%1 needs the name of a file, or - for stdout</source>
        <translation>%1 braucht den Namen einer Datei, oder - für stdout</translation>
    </message>
    <message>
        <source>%1 is about the picture; add --png FILE or remove it</source>
        <translation>bei %1 geht es um das Bild; ergänze --png FILE oder lass es weg</translation>
    </message>
    <message>
        <source>only one of --report, --png - and --trace - can go to stdout; give the others a file</source>
        <translation>nur eines von --report, --png - und --trace - kann auf stdout gehen; gib den anderen eine Datei</translation>
    </message>
    <message>
        <source>--png and --trace name the same file; give each its own</source>
        <translation>--png und --trace nennen dieselbe Datei; gib jedem eine eigene</translation>
    </message>
    <message>
        <source>%1, with %2</source>
        <translation>%1, mit %2</translation>
    </message>
</context>
<context>
    <name>Scenarios</name>
    <message>
        <source>A limit around every call</source>
        <translation>Eine Grenze um jeden Aufruf</translation>
    </message>
    <message>
        <source>Nine pages are asked for at once, and a policy lets three at a time through to the server.</source>
        <translation>Neun Seiten werden auf einmal angefragt, und eine Regel lässt jeweils drei zum Server durch.</translation>
    </message>
    <message>
        <source>A semaphore holds three permits. A try takes one and gives it back when it has ended, so that a back-off costs nobody a place.</source>
        <translation>Ein Semaphor hält drei Erlaubnisse. Ein Anlauf nimmt eine und gibt sie am Ende zurück, sodass ein Backoff niemanden einen Platz kostet.</translation>
    </message>
    <message>
        <source>When many parts of a program call one server and no single place could count them.</source>
        <translation>Wenn viele Teile eines Programms einen Server rufen und keine Stelle allein sie zählen könnte.</translation>
    </message>
    <message>
        <source>Request 2 fails, gives its permit back for the length of its back-off, and waits in line again.</source>
        <translation>Anfrage 2 schlägt fehl, gibt ihre Erlaubnis für die Länge ihres Backoffs zurück und stellt sich wieder an.</translation>
    </message>
    <message>
        <source>Drag *Retry* below *Concurrency limit*. Who pays for the back-off now?</source>
        <translation>Zieh *Wiederholung* unter *Zugleich-Grenze*. Wer zahlt jetzt für den Backoff?</translation>
    </message>
    <message>
        <source>*8 fetches, 3 at a time* has the limit in the pattern instead.</source>
        <translation>*8 Abrufe, 3 zugleich* hat die Grenze stattdessen im Muster.</translation>
    </message>
    <message>
        <source>All at once</source>
        <translation>Alle auf einmal</translation>
    </message>
    <message>
        <source>Eight pages, all asked for at t = 0.</source>
        <translation>Acht Seiten, alle bei t = 0 angefragt.</translation>
    </message>
    <message>
        <source>gather starts every operation at once and returns all results, in the order of the requests, when the last has answered.</source>
        <translation>gather beginnt alle Vorgänge auf einmal und gibt alle Ergebnisse in der Reihenfolge der Anfragen zurück, wenn die letzte Antwort da ist.</translation>
    </message>
    <message>
        <source>For a handful of independent requests.</source>
        <translation>Für eine Handvoll unabhängiger Anfragen.</translation>
    </message>
    <message>
        <source>The total time is that of the slowest request alone. All eight are in flight at once.</source>
        <translation>Die Gesamtzeit ist die der langsamsten Anfrage allein. Alle acht sind zugleich unterwegs.</translation>
    </message>
    <message>
        <source>Set *Requests* to 1000 and look at *Most in flight*. Would your server like that?</source>
        <translation>Stell *Anfragen* auf 1000 und sieh auf *Meiste zugleich*. Würde das deinem Server gefallen?</translation>
    </message>
    <message>
        <source>*8 fetches, 3 at a time* takes longer and never has more than three in flight.</source>
        <translation>*8 Abrufe, 3 zugleich* dauert länger und hat nie mehr als drei unterwegs.</translation>
    </message>
    <message>
        <source>Batches of four</source>
        <translation>Stapel zu vieren</translation>
    </message>
    <message>
        <source>Twelve rows are written in batches of four; the next batch starts when the one before is over.</source>
        <translation>Zwölf Zeilen werden in Stapeln zu vieren geschrieben; der nächste Stapel beginnt, wenn der davor fertig ist.</translation>
    </message>
    <message>
        <source>A batch starts its four requests together and waits for the last of them. *Delay* adds a pause.</source>
        <translation>Ein Stapel beginnt seine vier Anfragen gemeinsam und wartet auf die letzte. *Wartezeit* fügt eine Pause hinzu.</translation>
    </message>
    <message>
        <source>When a server wants its work in portions, or when something has to happen between them: a commit, a pause, a progress bar.</source>
        <translation>Wenn ein Server seine Arbeit in Portionen will oder wenn dazwischen etwas geschehen muss: ein Commit, eine Pause, ein Fortschrittsbalken.</translation>
    </message>
    <message>
        <source>Every fourth request is slow, and three places stand empty until it ends. Point at request 5: it says who held it up.</source>
        <translation>Jede vierte Anfrage ist langsam, und drei Plätze stehen leer, bis sie endet. Zeig auf Anfrage 5: Sie sagt, wer sie aufgehalten hat.</translation>
    </message>
    <message>
        <source>Set *Pause counts* to start-to-start and *Delay* to 1s. When does each batch begin?</source>
        <translation>Stell *Pause zählt* auf start-to-start und *Wartezeit* auf 1s. Wann beginnt jeder Stapel?</translation>
    </message>
    <message>
        <source>A *Parallel map* of four fills an empty place at once. How long does it take for the same twelve?</source>
        <translation>Eine *Parallel map* mit vier Plätzen füllt einen leeren sofort. Wie lange braucht sie für dieselben zwölf?</translation>
    </message>
    <message>
        <source>Stop asking who is down</source>
        <translation>Nicht fragen, wer ausgefallen ist</translation>
    </message>
    <message>
        <source>A call every 100 ms, to a server that is down for a while.</source>
        <translation>Alle 100 ms ein Aufruf, an einen Server, der eine Weile ausfällt.</translation>
    </message>
    <message>
        <source>Three failures in a row open the breaker: calls are turned away at once. After 500 ms one probe may try; if it succeeds, all may.</source>
        <translation>Drei Fehlschläge in Folge öffnen den Schalter: Aufrufe werden sofort abgewiesen. Nach 500 ms darf eine Probe es versuchen; gelingt sie, dürfen es alle.</translation>
    </message>
    <message>
        <source>When waiting for a dead server would use up time and connections that others need.</source>
        <translation>Wenn das Warten auf einen toten Server Zeit und Verbindungen verbrauchte, die andere brauchen.</translation>
    </message>
    <message>
        <source>Calls that are turned away never reach the server: they fail in no time and count as no attempt.</source>
        <translation>Abgewiesene Aufrufe erreichen den Server nie: Sie scheitern ohne Zeitverlust und zählen nicht als Versuch.</translation>
    </message>
    <message>
        <source>Set *Failures* to 1, then *Open for* to 100ms. What does each of them cost?</source>
        <translation>Stell *Fehlschläge* auf 1, dann *Offen für* auf 100ms. Was kostet jedes davon?</translation>
    </message>
    <message>
        <source>An open breaker is never retried; put *Retry* outside it and see.</source>
        <translation>Ein offener Schalter wird nie wiederholt; setz *Wiederholung* um ihn herum und sieh selbst.</translation>
    </message>
    <message>
        <source>A dashboard of five widgets</source>
        <translation>Eine Übersicht mit fünf Teilen</translation>
    </message>
    <message>
        <source>Five widgets of a start page load side by side, each from its own service.</source>
        <translation>Fünf Teile einer Startseite laden nebeneinander, jeder von einem eigenen Dienst.</translation>
    </message>
    <message>
        <source>Each request has its own latency. The calendar fails once and is tried again; the weather gets 600 ms and then shows a default.</source>
        <translation>Jede Anfrage hat ihre eigene Latenz. Der Kalender scheitert einmal und wird noch einmal versucht; das Wetter bekommt 600 ms und zeigt dann einen Ersatzwert.</translation>
    </message>
    <message>
        <source>For pages that should appear at once and fill in what comes.</source>
        <translation>Für Seiten, die sofort da sein und sich füllen sollen, wie es kommt.</translation>
    </message>
    <message>
        <source>The weather counts as succeeded, with a default value; its work was cut at 600 ms.</source>
        <translation>Das Wetter zählt als erfolgreich, mit einem Ersatzwert; seine Arbeit wurde bei 600 ms abgeschnitten.</translation>
    </message>
    <message>
        <source>Switch the timeout off. Which widget does the whole page wait for now?</source>
        <translation>Schalte das Zeitlimit aus. Auf welchen Teil wartet nun die ganze Seite?</translation>
    </message>
    <message>
        <source>Save it with Ctrl+S: the file shows how the items of a list are written.</source>
        <translation>Speichere es mit Strg+S: Die Datei zeigt, wie man die Einträge einer Liste schreibt.</translation>
    </message>
    <message>
        <source>8 fetches, 3 at a time</source>
        <translation>8 Abrufe, 3 zugleich</translation>
    </message>
    <message>
        <source>Eight pages are asked for at once, but only three requests may be under way. The next one starts as soon as one ends.</source>
        <translation>Acht Seiten werden auf einmal angefragt, aber nur drei Anfragen dürfen unterwegs sein. Die nächste beginnt, sobald eine endet.</translation>
    </message>
    <message>
        <source>A parallel map holds three slots. A request takes a slot, and gives it back when its call is over. A failed fetch is tried again after a pause.</source>
        <translation>Eine Parallel map hat drei Plätze. Eine Anfrage nimmt einen Platz und gibt ihn zurück, wenn ihr Aufruf vorbei ist. Ein gescheiterter Abruf wird nach einer Pause noch einmal versucht.</translation>
    </message>
    <message>
        <source>Whenever a list of things has to be fetched and the server, or your own memory, should not meet all of them at once.</source>
        <translation>Wann immer eine Liste von Dingen zu holen ist und der Server oder der eigene Speicher nicht allen auf einmal begegnen soll.</translation>
    </message>
    <message>
        <source>Request 4 fails once with a 503. While it waits for its second try it keeps its slot, because retry runs inside the map.</source>
        <translation>Anfrage 4 schlägt einmal mit einem 503 fehl. Während sie auf ihren zweiten Anlauf wartet, behält sie ihren Platz, weil die Wiederholung innerhalb der Map läuft.</translation>
    </message>
    <message>
        <source>Drag *At a time* up and down while it runs. From which number on does it not get any faster?</source>
        <translation>Zieh *Zugleich* auf und ab, während es läuft. Ab welcher Zahl wird es nicht mehr schneller?</translation>
    </message>
    <message>
        <source>Compare it with *One by one* and *All at once*: same seed, same luck.</source>
        <translation>Vergleiche es mit *Nacheinander* und *Alle auf einmal*: derselbe Seed, derselbe Zufall.</translation>
    </message>
    <message>
        <source>The first failure stops all</source>
        <translation>Der erste Fehlschlag hält alle an</translation>
    </message>
    <message>
        <source>Six parts make one page. Part 4 fails, and without it the page is worth nothing.</source>
        <translation>Sechs Teile ergeben eine Seite. Teil 4 scheitert, und ohne ihn ist die Seite nichts wert.</translation>
    </message>
    <message>
        <source>gather stops the other operations as soon as one fails, waits until they have ended, and then throws that first error.</source>
        <translation>gather hält die anderen Vorgänge an, sobald einer fehlschlägt, wartet, bis sie geendet haben, und wirft dann jenen ersten Fehler.</translation>
    </message>
    <message>
        <source>When the results are only useful together: the sooner the rest stops, the less work is wasted.</source>
        <translation>Wenn die Ergebnisse nur zusammen nützen: Je früher der Rest anhält, desto weniger Arbeit war vergeblich.</translation>
    </message>
    <message>
        <source>Request 2 had already answered. The others are cancelled at 500 ms, at the very instant of the failure.</source>
        <translation>Anfrage 2 hatte schon eine Antwort. Die anderen werden bei 500 ms abgebrochen, genau im Augenblick des Fehlschlags.</translation>
    </message>
    <message>
        <source>Change the pattern to *Gather safe*. What does the failure cost then?</source>
        <translation>Ändere das Muster in *Gather safe*. Was kostet der Fehlschlag dann?</translation>
    </message>
    <message>
        <source>Add *Retry*: one more attempt for part 4, and the page is complete.</source>
        <translation>Füge *Wiederholung* hinzu: ein Versuch mehr für Teil 4, und die Seite ist vollständig.</translation>
    </message>
    <message>
        <source>The first good answer</source>
        <translation>Die erste gute Antwort</translation>
    </message>
    <message>
        <source>Three shops are asked for the price, then for the stock. Some of them do not work today.</source>
        <translation>Drei Läden werden nach dem Preis gefragt, dann nach dem Bestand. Einige von ihnen haben heute einen schlechten Tag.</translation>
    </message>
    <message>
        <source>Three requests form a group. The first success wins and cancels the rest; failures are put aside until all have failed.</source>
        <translation>Drei Anfragen bilden eine Gruppe. Der erste Erfolg gewinnt und bricht den Rest ab; Fehlschläge werden beiseitegelegt, bis alle gescheitert sind.</translation>
    </message>
    <message>
        <source>When any one answer will do: replicas, caches, several ways to the same result.</source>
        <translation>Wenn irgendeine Antwort genügt: Replikate, Caches, mehrere Wege zum selben Ergebnis.</translation>
    </message>
    <message>
        <source>The price comes from b at 200 ms, though a failed before. Nobody knows the stock, and that is known only when the last has failed.</source>
        <translation>Der Preis kommt bei 200 ms von b, obwohl a davor gescheitert ist. Den Bestand kennt niemand, und das steht erst fest, wenn der letzte gescheitert ist.</translation>
    </message>
    <message>
        <source>Add a *Retry*: each shop fails only once, so the stock is found, too.</source>
        <translation>Füge eine *Wiederholung* hinzu: Jeder Laden scheitert nur einmal, also findet sich auch der Bestand.</translation>
    </message>
    <message>
        <source>*Three mirrors race* shows the same with race, where the first failure would have won.</source>
        <translation>*Drei Spiegel um die Wette* zeigt dasselbe mit race, wo der erste Fehlschlag gewonnen hätte.</translation>
    </message>
    <message>
        <source>A second copy for the slow few</source>
        <translation>Eine zweite Kopie für die wenigen langsamen</translation>
    </message>
    <message>
        <source>Most answers come soon and a few take very long. Whoever has waited 400 ms sends the request once more.</source>
        <translation>Die meisten Antworten kommen bald, und wenige dauern sehr lang. Wer 400 ms gewartet hat, schickt die Anfrage noch einmal.</translation>
    </message>
    <message>
        <source>The first copy that succeeds gives the answer, and the other is cancelled.</source>
        <translation>Die erste Kopie, die gelingt, gibt die Antwort, und die andere wird abgebrochen.</translation>
    </message>
    <message>
        <source>For reads that may be done twice, when the slowest few decide how fast the whole page is.</source>
        <translation>Für Lesezugriffe, die doppelt geschehen dürfen, wenn die wenigen langsamsten bestimmen, wie schnell die ganze Seite ist.</translation>
    </message>
    <message>
        <source>Only the slow requests cost a second attempt, and the longest waiting time shrinks.</source>
        <translation>Nur die langsamen Anfragen kosten einen zweiten Versuch, und die längste Wartezeit schrumpft.</translation>
    </message>
    <message>
        <source>Switch *Hedge* off and compare the p95. Then set *After* to 0ms: what does the speed cost now?</source>
        <translation>Schalte *Hedge* aus und vergleiche das p95. Stell dann *Nach* auf 0ms: Was kostet die Schnelligkeit jetzt?</translation>
    </message>
    <message>
        <source>J. Dean and L. A. Barroso call it a hedged request in *The Tail at Scale*.</source>
        <translation>J. Dean und L. A. Barroso nennen das in *The Tail at Scale* eine „hedged request“.</translation>
    </message>
    <message>
        <source>Retry with and without jitter</source>
        <translation>Wiederholung mit und ohne Jitter</translation>
    </message>
    <message>
        <source>Twenty-four requests at once to a server with eight places. Whoever is refused tries again, after a back-off without jitter (A), with full jitter (B), or behind a limit (C).</source>
        <translation>Vierundzwanzig Anfragen auf einmal an einen Server mit acht Plätzen. Wer abgelehnt wird, versucht es wieder, nach einem Backoff ohne Jitter (A), mit vollem Jitter (B) oder hinter einer Grenze (C).</translation>
    </message>
    <message>
        <source>Without jitter all who were refused together come back together, and are refused together. Jitter draws each pause anew, so that they spread.</source>
        <translation>Ohne Jitter kommen alle, die gemeinsam abgelehnt wurden, gemeinsam wieder und werden gemeinsam abgelehnt. Jitter zieht jede Pause neu, sodass sie sich verteilen.</translation>
    </message>
    <message>
        <source>Whenever many clients may fail at the same moment.</source>
        <translation>Wann immer viele Clients im selben Augenblick scheitern können.</translation>
    </message>
    <message>
        <source>In A the attempts stand in columns. In B they are scattered, and fewer of them are refused.</source>
        <translation>In A stehen die Versuche in Spalten. In B sind sie verstreut, und weniger davon werden abgelehnt.</translation>
    </message>
    <message>
        <source>Choose **C** and change its limit. At which one does the refusing begin?</source>
        <translation>Wähle **C** und ändere seine Grenze. Ab welcher beginnen die Ablehnungen?</translation>
    </message>
    <message>
        <source>*A server that pushes back* has a rate as well, and says when to come back.</source>
        <translation>*Ein Server, der sich wehrt* hat auch eine Rate und sagt, wann man wiederkommen soll.</translation>
    </message>
    <message>
        <source>Full jitter</source>
        <translation>Voller Jitter</translation>
    </message>
    <message>
        <source>At most 8 at a time</source>
        <translation>Höchstens 8 zugleich</translation>
    </message>
    <message>
        <source>Keep every result</source>
        <translation>Jedes Ergebnis behalten</translation>
    </message>
    <message>
        <source>Ten reports; every third one fails, and the others are kept.</source>
        <translation>Zehn Berichte; jeder dritte scheitert, und die anderen werden behalten.</translation>
    </message>
    <message>
        <source>gatherSafe never throws. Each entry of its result holds a value or an error, and when it began and ended.</source>
        <translation>gatherSafe wirft nie. Jeder Eintrag seines Ergebnisses enthält einen Wert oder einen Fehler und wann er begann und endete.</translation>
    </message>
    <message>
        <source>When a part is better than nothing: a search over many shops, a page of widgets, a nightly check of many hosts.</source>
        <translation>Wenn ein Teil besser ist als nichts: eine Suche über viele Läden, eine Seite aus Teilen, eine nächtliche Prüfung vieler Rechner.</translation>
    </message>
    <message>
        <source>Failures come after 250 ms, earlier than most answers, and do not disturb anybody.</source>
        <translation>Fehlschläge kommen nach 250 ms, früher als die meisten Antworten, und stören niemanden.</translation>
    </message>
    <message>
        <source>Change the pattern to *Gather* and count how many reports are left.</source>
        <translation>Ändere das Muster in *Gather* und zähle, wie viele Berichte übrig sind.</translation>
    </message>
    <message>
        <source>*The first failure stops all* is the opposite choice.</source>
        <translation>*Der erste Fehlschlag hält alle an* ist die gegenteilige Wahl.</translation>
    </message>
    <message>
        <source>Only the newest counts</source>
        <translation>Nur das Neueste zählt</translation>
    </message>
    <message>
        <source>Somebody types, and each key starts a search. A newer search makes the older one worthless.</source>
        <translation>Jemand tippt, und jede Taste beginnt eine Suche. Eine neuere Suche macht die ältere wertlos.</translation>
    </message>
    <message>
        <source>A new call cancels the one that is still under way, whose caller is told so.</source>
        <translation>Ein neuer Aufruf bricht den ab, der noch unterwegs ist, und dessen Aufrufer erfährt davon.</translation>
    </message>
    <message>
        <source>For whatever shows the answer to the latest question only: a search box, a preview, a map.</source>
        <translation>Für alles, was nur die Antwort auf die neueste Frage zeigt: ein Suchfeld, eine Vorschau, eine Karte.</translation>
    </message>
    <message>
        <source>The second search had ended before the third began, so it kept its answer. No older answer can come last.</source>
        <translation>Die zweite Suche war zu Ende, ehe die dritte begann, also behielt sie ihre Antwort. Keine ältere Antwort kann zuletzt kommen.</translation>
    </message>
    <message>
        <source>Set the latency to 50ms: nobody is cancelled. At 500ms, who is left?</source>
        <translation>Stell die Latenz auf 50ms: Niemand wird abgebrochen. Wer bleibt bei 500ms übrig?</translation>
    </message>
    <message>
        <source>It stops old searches; to start fewer of them is the work of *Debounce*.</source>
        <translation>Es hält alte Suchen an; weniger davon zu beginnen ist die Arbeit von *Debounce*.</translation>
    </message>
    <message>
        <source>Three mirrors race</source>
        <translation>Drei Spiegel um die Wette</translation>
    </message>
    <message>
        <source>Each of two files is asked for from three mirrors at once, and the first answer is taken.</source>
        <translation>Zwei Dateien werden jeweils von drei Spiegeln zugleich angefragt, und die erste Antwort zählt.</translation>
    </message>
    <message>
        <source>Three requests form a group. The first to settle wins, well or badly, and the others are cancelled at that instant.</source>
        <translation>Drei Anfragen bilden eine Gruppe. Die erste, die endet, gewinnt, ob gut oder schlecht, und die anderen werden in diesem Augenblick abgebrochen.</translation>
    </message>
    <message>
        <source>When the same answer can be had in several ways and only time counts; or to race work against a stop button.</source>
        <translation>Wenn dieselbe Antwort auf mehreren Wegen zu haben ist und nur die Zeit zählt; oder um Arbeit gegen einen Stopp-Knopf laufen zu lassen.</translation>
    </message>
    <message>
        <source>The quickest mirror wins twice. The second time it has nothing but a 503, and takes the whole group with it.</source>
        <translation>Der schnellste Spiegel gewinnt zweimal. Beim zweiten Mal hat er nur ein 503 und nimmt die ganze Gruppe mit.</translation>
    </message>
    <message>
        <source>Set the pattern to *Any*: it waits for the first good answer.</source>
        <translation>Stell das Muster auf *Any*: Es wartet auf die erste gute Antwort.</translation>
    </message>
    <message>
        <source>Three calls for one answer: two of three attempts are thrown away. *Hedge* asks for a second one only when the first is late.</source>
        <translation>Drei Aufrufe für eine Antwort: Zwei von drei Versuchen werden weggeworfen. *Hedge* fragt erst dann ein zweites Mal, wenn die erste Antwort ausbleibt.</translation>
    </message>
    <message>
        <source>One by one</source>
        <translation>Nacheinander</translation>
    </message>
    <message>
        <source>Eight pages, each asked for when the one before has answered.</source>
        <translation>Acht Seiten, jede angefragt, wenn die davor geantwortet hat.</translation>
    </message>
    <message>
        <source>A plain loop with co_await in its body. At no time is more than one request under way.</source>
        <translation>Eine einfache Schleife mit co_await darin. Zu keiner Zeit ist mehr als eine Anfrage unterwegs.</translation>
    </message>
    <message>
        <source>When each step needs the result of the one before, or when order matters more than time.</source>
        <translation>Wenn jeder Schritt das Ergebnis des vorigen braucht oder wenn die Reihenfolge mehr zählt als die Zeit.</translation>
    </message>
    <message>
        <source>The total time is the sum of all latencies; seven of eight requests mostly wait for their turn.</source>
        <translation>Die Gesamtzeit ist die Summe aller Latenzen; sieben von acht Anfragen warten meist darauf, an die Reihe zu kommen.</translation>
    </message>
    <message>
        <source>Change the pattern to *Parallel map* and look at the total time.</source>
        <translation>Ändere das Muster in *Parallel map* und sieh auf die Gesamtzeit.</translation>
    </message>
    <message>
        <source>With *On failure* set to collect, a failure does not stop those that follow.</source>
        <translation>Steht *Bei Fehlschlag* auf collect, hält ein Fehlschlag die folgenden nicht auf.</translation>
    </message>
    <message>
        <source>A server that pushes back</source>
        <translation>Ein Server, der sich wehrt</translation>
    </message>
    <message>
        <source>Twenty-four requests at once, to a server that works on four, lets eight wait in line and accepts ten per second.</source>
        <translation>Vierundzwanzig Anfragen auf einmal an einen Server, der an vieren arbeitet, acht Schlange stehen lässt und zehn pro Sekunde annimmt.</translation>
    </message>
    <message>
        <source>A request beyond the rate is answered with 429 and told when to come back; one that finds the line full gets a 503. Each other request in service makes it slower.</source>
        <translation>Eine Anfrage über die Rate hinaus bekommt ein 429 und erfährt, wann sie wiederkommen soll; eine, die die Schlange voll findet, bekommt ein 503. Jede andere Anfrage in Arbeit macht ihn langsamer.</translation>
    </message>
    <message>
        <source>To see what your own server does when a client sends all it has.</source>
        <translation>Um zu sehen, was der eigene Server tut, wenn ein Client alles schickt, was er hat.</translation>
    </message>
    <message>
        <source>Retry comes back when it was told to, and so do all the others. Most of the attempts are refusals.</source>
        <translation>Die Wiederholung kommt, wann es ihr gesagt wurde, und alle anderen auch. Die meisten Versuche sind Ablehnungen.</translation>
    </message>
    <message>
        <source>Add *Concurrency limit* with 4 outside *Retry*. Then add *Rate limit* with 10 inside it. How many refusals are left?</source>
        <translation>Füge eine *Zugleich-Grenze* mit 4 außerhalb von *Wiederholung* hinzu. Dann eine *Durchsatzgrenze* mit 10 innerhalb. Wie viele Ablehnungen bleiben?</translation>
    </message>
    <message>
        <source>*Ten per second* keeps to the rate by itself, and is never refused.</source>
        <translation>*Zehn pro Sekunde* hält sich von selbst an die Rate und wird nie abgelehnt.</translation>
    </message>
    <message>
        <source>Ten per second</source>
        <translation>Zehn pro Sekunde</translation>
    </message>
    <message>
        <source>Twenty requests want to go at once; the server accepts five at once and ten per second.</source>
        <translation>Zwanzig Anfragen wollen auf einmal los; der Server nimmt fünf auf einmal und zehn pro Sekunde an.</translation>
    </message>
    <message>
        <source>A token bucket holds five tokens and gets a new one every 100 ms. Each call takes one, first come, first served.</source>
        <translation>Ein Token-Eimer hält fünf Tokens und bekommt alle 100 ms ein neues. Jeder Aufruf nimmt eines, wer zuerst kommt, zuerst.</translation>
    </message>
    <message>
        <source>Whenever somebody publishes a rate: keep to it yourself, before you are told to.</source>
        <translation>Wann immer jemand eine Rate nennt: sich selbst daran halten, ehe man dazu aufgefordert wird.</translation>
    </message>
    <message>
        <source>Not one request is refused, and the server is never idle: the last one starts at 1.5 s.</source>
        <translation>Keine Anfrage wird abgelehnt, und der Server steht nie still: Die letzte beginnt bei 1.5 s.</translation>
    </message>
    <message>
        <source>Raise *Rate* to 20 while it runs. What does the server say?</source>
        <translation>Erhöhe *Rate* auf 20, während es läuft. Was sagt der Server?</translation>
    </message>
    <message>
        <source>With *Burst* 1 they are spread out evenly. How much longer does it take?</source>
        <translation>Mit *Burst* 1 verteilen sie sich gleichmäßig. Wie viel länger dauert es?</translation>
    </message>
    <message>
        <source>Retry with back-off</source>
        <translation>Wiederholung mit Backoff</translation>
    </message>
    <message>
        <source>A server that has just started refuses everybody&apos;s first two attempts with a 503.</source>
        <translation>Ein eben gestarteter Server lehnt die ersten beiden Versuche von allen mit einem 503 ab.</translation>
    </message>
    <message>
        <source>After each failure retry waits, twice as long each time, and then tries again. Full jitter picks any pause from 0 up to that length.</source>
        <translation>Nach jedem Fehlschlag wartet die Wiederholung, jedes Mal doppelt so lang, und versucht es dann erneut. Voller Jitter nimmt irgendeine Pause von 0 bis zu dieser Länge.</translation>
    </message>
    <message>
        <source>For failures that pass by themselves. Never for those that do not: a 404 stays a 404.</source>
        <translation>Für Fehlschläge, die von selbst vergehen. Nie für solche, die das nicht tun: Ein 404 bleibt ein 404.</translation>
    </message>
    <message>
        <source>All four ask at t = 0 and fail together. Thanks to the jitter they do not come back together.</source>
        <translation>Alle vier fragen bei t = 0 und scheitern gemeinsam. Dank des Jitters kommen sie nicht gemeinsam wieder.</translation>
    </message>
    <message>
        <source>Set *Jitter* to none: everybody returns at the same instant and the server meets the same crowd again.</source>
        <translation>Stell *Jitter* auf none: Alle kehren im selben Augenblick zurück, und der Server trifft wieder auf dieselbe Menge.</translation>
    </message>
    <message>
        <source>*8 fetches, 3 at a time* shows what a back-off means for a limit.</source>
        <translation>*8 Abrufe, 3 zugleich* zeigt, was ein Backoff für eine Grenze bedeutet.</translation>
    </message>
    <message>
        <source>A search box that waits for silence</source>
        <translation>Ein Suchfeld, das auf Ruhe wartet</translation>
    </message>
    <message>
        <source>Somebody types a word, pauses, and types on. Nobody needs the answers for half a word.</source>
        <translation>Jemand tippt ein Wort, hält inne und tippt weiter. Niemand braucht die Antworten auf ein halbes Wort.</translation>
    </message>
    <message>
        <source>Each key starts a quiet period of 300 ms anew. When one passes in silence, the last input goes out; those before it are dropped.</source>
        <translation>Jede Taste lässt 300 ms Ruhe von vorn beginnen. Vergehen sie ungestört, geht die letzte Eingabe hinaus; die davor werden verworfen.</translation>
    </message>
    <message>
        <source>For search boxes, checks of a form and saving a draft: whatever is worth doing once people have stopped.</source>
        <translation>Für Suchfelder, das Prüfen eines Formulars und das Sichern eines Entwurfs: alles, was sich erst lohnt, wenn man aufgehört hat.</translation>
    </message>
    <message>
        <source>Seven keys make two searches, at 800 ms and 1.83 s. Five requests end with a slash: they never went out.</source>
        <translation>Sieben Tasten ergeben zwei Suchen, bei 800 ms und 1.83 s. Fünf Anfragen enden mit einem Schrägstrich: Sie gingen nie hinaus.</translation>
    </message>
    <message>
        <source>Drag *Delay* down to 100 ms: every key searches. Then switch *Leading* on: who goes out at once?</source>
        <translation>Zieh *Wartezeit* auf 100 ms herunter: Jede Taste sucht. Schalte dann *Vorn* ein: Wer geht sofort hinaus?</translation>
    </message>
    <message>
        <source>Somebody who never pauses never gets an answer; *Longest wait* helps. *Only the newest counts* cancels old searches instead.</source>
        <translation>Wer nie innehält, bekommt nie eine Antwort; *Längstes Warten* hilft. *Nur das Neueste zählt* bricht stattdessen alte Suchen ab.</translation>
    </message>
    <message>
        <source>Many lookups share a call</source>
        <translation>Viele Abfragen teilen einen Aufruf</translation>
    </message>
    <message>
        <source>A page asks for the name of one user here and one there; the server can look up many in one call.</source>
        <translation>Eine Seite fragt hier und dort nach dem Namen eines Benutzers; der Server kann viele in einem Aufruf nachschlagen.</translation>
    </message>
    <message>
        <source>The first lookup opens a collection. It goes out as one call when five are together, or after 50 ms.</source>
        <translation>Die erste Abfrage eröffnet eine Sammlung. Sie geht als ein Aufruf hinaus, wenn fünf beisammen sind, oder nach 50 ms.</translation>
    </message>
    <message>
        <source>For small questions from many places: names, prices, permissions. Nobody who asks needs to know of the others.</source>
        <translation>Für kleine Fragen von vielen Stellen: Namen, Preise, Berechtigungen. Wer fragt, muss von den anderen nichts wissen.</translation>
    </message>
    <message>
        <source>Eighteen lookups, six calls. Five of each burst fill a call within 20 ms; the sixth opens another and waits 50 ms for nobody.</source>
        <translation>Achtzehn Abfragen, sechs Aufrufe. Fünf aus jedem Schub füllen innerhalb von 20 ms einen Aufruf; die sechste eröffnet einen weiteren und wartet 50 ms auf niemanden.</translation>
    </message>
    <message>
        <source>Set *Collect* to 6: half as many calls do. Then to 20, so that only the delay decides when a call goes out.</source>
        <translation>Stell *Sammeln* auf 6: Halb so viele Aufrufe genügen. Dann auf 20, sodass nur die Wartezeit bestimmt, wann ein Aufruf hinausgeht.</translation>
    </message>
    <message>
        <source>Waiting costs each lookup up to 50 ms and saves most of the calls. With *Delay* 0ms only what comes at one instant is shared.</source>
        <translation>Das Warten kostet jede Abfrage bis zu 50 ms und spart die meisten Aufrufe. Mit *Wartezeit* 0ms wird nur geteilt, was im selben Augenblick kommt.</translation>
    </message>
    <message>
        <source>A timeout for a slow server</source>
        <translation>Ein Zeitlimit für einen langsamen Server</translation>
    </message>
    <message>
        <source>Half of this server&apos;s answers take longer than 0.8 s, and some take very long. Nobody waits more than 1 s for one.</source>
        <translation>Die Hälfte der Antworten dieses Servers dauert länger als 0.8 s, und manche sehr lang. Niemand wartet mehr als 1 s auf eine.</translation>
    </message>
    <message>
        <source>The timeout stands inside retry, so each try has its own second; what comes later is thrown away, and another try may be luckier.</source>
        <translation>Das Zeitlimit steht innerhalb der Wiederholung, also hat jeder Anlauf seine eigene Sekunde; was später kommt, wird weggeworfen, und ein weiterer Anlauf hat vielleicht mehr Glück.</translation>
    </message>
    <message>
        <source>When slowness is bad luck (a lost packet, a busy node) and a second try will probably be quick.</source>
        <translation>Wenn Langsamkeit Pech ist (ein verlorenes Paket, ein beschäftigter Knoten) und ein zweiter Anlauf wohl schnell geht.</translation>
    </message>
    <message>
        <source>A try that is cut at 1 s is drawn with a bar at its end. Request 3 is cut twice and succeeds with its last try, after more than 2.6 s.</source>
        <translation>Ein Anlauf, der bei 1 s abgeschnitten wird, ist mit einem Balken am Ende gezeichnet. Anfrage 3 wird zweimal abgeschnitten und gelingt mit ihrem letzten Anlauf, nach mehr als 2.6 s.</translation>
    </message>
    <message>
        <source>Drag the timeout above *Retry*: now it covers all tries together. Then make it 3 s.</source>
        <translation>Zieh das Zeitlimit über *Wiederholung*: Jetzt gilt es für alle Anläufe zusammen. Stell es dann auf 3 s.</translation>
    </message>
    <message>
        <source>With *Then* set to default the request does not fail; it gets a default value.</source>
        <translation>Steht *Dann* auf default, scheitert die Anfrage nicht; sie bekommt einen Ersatzwert.</translation>
    </message>
    <message>
        <source>Bursts come in, a steady flow goes out</source>
        <translation>Schübe kommen, ein steter Fluss geht</translation>
    </message>
    <message>
        <source>Six events come at once, each second. The server should see no more than five starts per second.</source>
        <translation>Sechs Ereignisse kommen auf einmal, jede Sekunde. Der Server soll höchstens fünf Starts pro Sekunde sehen.</translation>
    </message>
    <message>
        <source>A bucket holds up to two tokens and gets one every 200 ms. A call takes one and starts; calls may overlap.</source>
        <translation>Ein Eimer hält bis zu zwei Tokens und bekommt alle 200 ms eines. Ein Aufruf nimmt eines und beginnt; Aufrufe dürfen sich überlappen.</translation>
    </message>
    <message>
        <source>For senders that are quicker than the rate that somebody allows, when being late is better than being refused.</source>
        <translation>Für Sender, die schneller sind als die Rate, die jemand erlaubt, wenn Verspätung besser ist als eine Ablehnung.</translation>
    </message>
    <message>
        <source>Two start at once; all others 200 ms apart. Six come and five go in each second, so the wait grows.</source>
        <translation>Zwei beginnen sofort, alle anderen im Abstand von 200 ms. In jeder Sekunde kommen sechs und gehen fünf, also wächst das Warten.</translation>
    </message>
    <message>
        <source>Raise *Rate* to 6 while it runs: those who wait are timed anew. Does the third burst still wait for the second?</source>
        <translation>Erhöhe *Rate* auf 6, während es läuft: Für die Wartenden wird neu gerechnet. Wartet der dritte Schub noch auf den zweiten?</translation>
    </message>
    <message>
        <source>With *Burst* 6 the first six start at once. Of the second six, one has to wait: only five tokens have come since.</source>
        <translation>Mit *Burst* 6 beginnen die ersten sechs sofort. Von den zweiten sechs muss eine warten: Seitdem sind nur fünf Tokens gekommen.</translation>
    </message>
    <message>
        <source>One by one, five at a time, all at once</source>
        <translation>Nacheinander, fünf zugleich, alle auf einmal</translation>
    </message>
    <message>
        <source>The same twenty requests three times, with the same luck: one by one, five at a time, and all at once.</source>
        <translation>Dieselben zwanzig Anfragen dreimal, mit demselben Zufall: nacheinander, fünf zugleich und alle auf einmal.</translation>
    </message>
    <message>
        <source>Each strip runs the scenario with a pattern of its own. A request takes as long in each of them; only when it starts differs.</source>
        <translation>Jeder Streifen führt das Szenario mit einem eigenen Muster aus. Eine Anfrage dauert in allen gleich lang; nur ihr Beginn ist verschieden.</translation>
    </message>
    <message>
        <source>To see what a pattern costs and what it gains before you choose one.</source>
        <translation>Um zu sehen, was ein Muster kostet und was es bringt, ehe man eines wählt.</translation>
    </message>
    <message>
        <source>Five at a time is almost five times as fast. All at once takes as long as the slowest request, and the server sees all twenty.</source>
        <translation>Fünf zugleich ist fast fünfmal so schnell. Alle auf einmal dauert so lang wie die langsamste Anfrage, und der Server sieht alle zwanzig.</translation>
    </message>
    <message>
        <source>Choose **B** and drag *At a time*. Where does it stop to help?</source>
        <translation>Wähle **B** und zieh *Zugleich*. Wo hört es auf zu helfen?</translation>
    </message>
    <message>
        <source>*A server that pushes back* shows what all at once costs where the server has limits.</source>
        <translation>*Ein Server, der sich wehrt* zeigt, was alle auf einmal kosten, wo der Server Grenzen hat.</translation>
    </message>
    <message>
        <source>Five at a time</source>
        <translation>Fünf zugleich</translation>
    </message>
    <message>
        <source>An impatient finger</source>
        <translation>Ein ungeduldiger Finger</translation>
    </message>
    <message>
        <source>A button is clicked again and again. The first click should act at once, but no more than one in 300 ms.</source>
        <translation>Ein Knopf wird immer wieder angeklickt. Der erste Klick soll sofort wirken, aber nicht mehr als einer in 300 ms.</translation>
    </message>
    <message>
        <source>A click that goes out opens a window. The latest click within it goes out at its end and opens the next; those before are dropped.</source>
        <translation>Ein Klick, der hinausgeht, öffnet ein Fenster. Der letzte Klick darin geht an seinem Ende hinaus und öffnet das nächste; die davor werden verworfen.</translation>
    </message>
    <message>
        <source>For clicks, scrolling and sliders: an answer at once, a bounded rate, and the last state is never lost.</source>
        <translation>Für Klicks, Scrollen und Regler: sofort eine Antwort, eine begrenzte Rate, und der letzte Stand geht nie verloren.</translation>
    </message>
    <message>
        <source>Clicks 1, 3, 5 and 6 go out, at 0, 300, 600 ms and 1.2 s. Click 6 comes after an empty window and need not wait.</source>
        <translation>Die Klicks 1, 3, 5 und 6 gehen hinaus, bei 0, 300, 600 ms und 1.2 s. Klick 6 kommt nach einem leeren Fenster und muss nicht warten.</translation>
    </message>
    <message>
        <source>Set *Mode* to pace: all six go out, 300 ms apart. Then back to drop, and switch *Trailing* off.</source>
        <translation>Stell *Modus* auf pace: Alle sechs gehen hinaus, 300 ms auseinander. Dann zurück auf drop, und schalte *Hinten* aus.</translation>
    </message>
    <message>
        <source>Compare it with *A search box that waits for silence*: debounce waits for the end, throttle answers meanwhile.</source>
        <translation>Vergleiche es mit *Ein Suchfeld, das auf Ruhe wartet*: Debounce wartet auf das Ende, Throttle antwortet zwischendurch.</translation>
    </message>
</context>
<context>
    <name>Sentence</name>
    <message>
        <source>in [value|%1]</source>
        <translation>in [value|%1]</translation>
    </message>
    <message>
        <source>in [min|%1] to [max|%2]</source>
        <translation>in [min|%1] bis [max|%2]</translation>
    </message>
    <message>
        <source>in about [mean|%1]</source>
        <translation>in etwa [mean|%1]</translation>
    </message>
    <message>
        <source>in about [median|%1]</source>
        <translation>in etwa [median|%1]</translation>
    </message>
    <message>
        <source>in [mean|%1] on average</source>
        <translation>in [mean|%1] im Mittel</translation>
    </message>
    <message>
        <source>in [values|times from a list]</source>
        <translation>in [values|Zeiten aus einer Liste]</translation>
    </message>
    <message>
        <source>gives no answer</source>
        <translation>schweigt</translation>
    </message>
    <message>
        <source>gives no answer to %1</source>
        <translation>schweigt bei %1</translation>
    </message>
    <message>
        <source>fails</source>
        <translation>scheitert</translation>
    </message>
    <message>
        <source>fails %1</source>
        <translation>scheitert bei %1</translation>
    </message>
    <message>
        <source>[p|never] fails</source>
        <translation>scheitert [p|nie]</translation>
    </message>
    <message>
        <source>[p|always] %1</source>
        <translation>%1 [p|immer]</translation>
    </message>
    <message>
        <source>[p|1 in %1]</source>
        <translation>[p|1 von %1]</translation>
    </message>
    <message>
        <source>%1 [p|%2 %] of the time</source>
        <translation>%1 in [p|%2 %] der Fälle</translation>
    </message>
    <message>
        <source>[attempts|always] %1</source>
        <translation>%1 [attempts|immer]</translation>
    </message>
    <message>
        <source>%1 [attempts|at first]</source>
        <translation>%1 [attempts|beim ersten Mal]</translation>
    </message>
    <message>
        <source>%1 [attempts|the first %2 times]</source>
        <translation>%1 [attempts|die ersten %2 Male]</translation>
    </message>
    <message>
        <source>[n|every one]</source>
        <translation>[n|jeder Anfrage]</translation>
    </message>
    <message>
        <source>[n|every %1th]</source>
        <translation>[n|jeder %1.]</translation>
    </message>
    <message>
        <source>[n|every %1st]</source>
        <translation>[n|jeder %1.]</translation>
    </message>
    <message>
        <source>[n|every %1nd]</source>
        <translation>[n|jeder %1.]</translation>
    </message>
    <message>
        <source>[n|every %1rd]</source>
        <translation>[n|jeder %1.]</translation>
    </message>
    <message>
        <source>[p|never] fails by itself</source>
        <translation>scheitert [p|nie] von selbst</translation>
    </message>
    <message>
        <source>[requests|chosen ones]</source>
        <translation>[requests|ausgewählten]</translation>
    </message>
    <message>
        <source>it works on [capacity|%1 at a time]</source>
        <translation>er arbeitet an [capacity|%1 zugleich]</translation>
    </message>
    <message>
        <source>lets [queue|%1 more] wait</source>
        <translation>lässt [queue|%1 weitere] warten</translation>
    </message>
    <message>
        <source>lets [queue|all others] wait</source>
        <translation>lässt [queue|alle anderen] warten</translation>
    </message>
    <message>
        <source>it takes [rate|%1 a second]</source>
        <translation>er nimmt [rate|%1 pro Sekunde] an</translation>
    </message>
    <message>
        <source>takes [rate|%1 a second]</source>
        <translation>nimmt [rate|%1 pro Sekunde] an</translation>
    </message>
    <message>
        <source>refuses the rest</source>
        <translation>lehnt den Rest ab</translation>
    </message>
    <message>
        <source>[whenFull|refuses] the rest</source>
        <translation>[whenFull|lehnt] den Rest ab</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>[source.items|%1 of the %2]</source>
        <translation>[source.items|%1 der %2]</translation>
    </message>
    <message>
        <source>, [slowdown|%1 %] slower for each other at work</source>
        <translation>, [slowdown|%1 %] langsamer je anderer Anfrage in Arbeit</translation>
    </message>
    <message>
        <source>, plus [perItem|%1] for each request in a call</source>
        <translation>, dazu [perItem|%1] je Anfrage in einem Aufruf</translation>
    </message>
    <message>
        <source>[source.items|each in its own time]</source>
        <translation>[source.items|jeweils in eigener Zeit]</translation>
    </message>
    <message>
        <source>, %1 in its own time,</source>
        <translation>, bei %1 in eigener Zeit,</translation>
    </message>
    <message>
        <source>, %1 in their own time,</source>
        <translation>, bei %1 in eigener Zeit,</translation>
    </message>
    <message>
        <source>fails only for %1</source>
        <translation>scheitert nur bei %1</translation>
    </message>
    <message>
        <source>[source.items|never] fails</source>
        <translation>scheitert [source.items|nie]</translation>
    </message>
    <message>
        <source>; %1 has failures of its own</source>
        <translation>; %1 hat eigene Fehlschläge</translation>
    </message>
    <message>
        <source>; %1 have failures of their own</source>
        <translation>; %1 haben eigene Fehlschläge</translation>
    </message>
    <message>
        <source>from a server that answers </source>
        <translation>von einem Server: Er antwortet </translation>
    </message>
    <message>
        <source>, and </source>
        <translation>, und </translation>
    </message>
    <message>
        <source> and </source>
        <translation> und </translation>
    </message>
    <message>
        <source>with *%1*</source>
        <translation>mit *%1*</translation>
    </message>
    <message>
        <source>in *batches* of [size|%1]</source>
        <translation>in *Stapeln* zu [size|%1]</translation>
    </message>
    <message>
        <source>%1, each after the one before</source>
        <translation>%1, jeder nach dem davor</translation>
    </message>
    <message>
        <source>%1, each [delay|%2] after the start of the one before</source>
        <translation>%1, jeder [delay|%2] nach dem Beginn des vorigen</translation>
    </message>
    <message>
        <source>%1, each [delay|%2] after the one before</source>
        <translation>%1, jeder [delay|%2] nach dem vorigen</translation>
    </message>
    <message>
        <source>with *debounce*, the last after [delay|%1] of silence</source>
        <translation>mit *debounce*, die letzte nach [delay|%1] Ruhe</translation>
    </message>
    <message>
        <source>with *debounce*, the first at once, the last after [delay|%1] of silence</source>
        <translation>mit *debounce*, die erste sofort, die letzte nach [delay|%1] Ruhe</translation>
    </message>
    <message>
        <source>with *debounce*, the first after [delay|%1] of silence</source>
        <translation>mit *debounce*, die erste nach [delay|%1] Ruhe</translation>
    </message>
    <message>
        <source>in a *race*: the first of [size|%1] to end wins</source>
        <translation>im *race*: Von [size|%1] gewinnt, wer zuerst endet</translation>
    </message>
    <message>
        <source>with *any*: the first of [size|%1] to succeed wins</source>
        <translation>mit *any*: Von [size|%1] gewinnt der erste Erfolg</translation>
    </message>
    <message>
        <source>all</source>
        <translation>allen</translation>
    </message>
    <message>
        <source> (strictly in any [window|%1])</source>
        <translation> (streng in jedem Fenster von [window|%1])</translation>
    </message>
    <message>
        <source>with a *rate limit* of [rate|%1 a second]</source>
        <translation>mit einer *Durchsatzgrenze* von [rate|%1 pro Sekunde]</translation>
    </message>
    <message>
        <source>%1, [limit|%2 at a time]</source>
        <translation>%1, [limit|%2 zugleich]</translation>
    </message>
    <message>
        <source>with *gather*, all at the same time</source>
        <translation>mit *gather*, alle zur gleichen Zeit</translation>
    </message>
    <message>
        <source>with *gather*, each as soon as it arrives</source>
        <translation>mit *gather*, jede, sobald sie eintrifft</translation>
    </message>
    <message>
        <source>with *gather safe*, all at the same time, each with its own result or error</source>
        <translation>mit *gather safe*, alle zur gleichen Zeit, jede mit eigenem Ergebnis oder Fehler</translation>
    </message>
    <message>
        <source>with *gather safe*, each as soon as it arrives, with its own result or error</source>
        <translation>mit *gather safe*, jede, sobald sie eintrifft, mit eigenem Ergebnis oder Fehler</translation>
    </message>
    <message>
        <source>*one by one*, each after the one before</source>
        <translation>*nacheinander*, jede nach der davor</translation>
    </message>
    <message>
        <source>with *parallel map*, [limit|%1 at a time]</source>
        <translation>mit *parallel map*, [limit|%1 zugleich]</translation>
    </message>
    <message>
        <source>with *throttle*, at most one in [delay|%1]</source>
        <translation>mit *throttle*, höchstens eine in [delay|%1]</translation>
    </message>
    <message>
        <source>with *batcher*, [size|%1 to a call] or what comes in [delay|%2]</source>
        <translation>mit *batcher*, [size|%1 je Aufruf] oder was in [delay|%2] kommt</translation>
    </message>
    <message>
        <source>a fetch is *tried* [attempts|once]</source>
        <translation>ein Abruf wird [attempts|einmal] *versucht*</translation>
    </message>
    <message>
        <source>a fetch is *tried* up to [attempts|%1 times]</source>
        <translation>ein Abruf wird bis zu [attempts|%1-mal] *versucht*</translation>
    </message>
    <message>
        <source>a fetch is *given up* after [after|%1]</source>
        <translation>ein Abruf wird nach [after|%1] *aufgegeben*</translation>
    </message>
    <message>
        <source>each try is *given up* after [after|%1]</source>
        <translation>jeder Anlauf wird nach [after|%1] *aufgegeben*</translation>
    </message>
    <message>
        <source>all tries together are *given up* after [after|%1]</source>
        <translation>alle Anläufe zusammen werden nach [after|%1] *aufgegeben*</translation>
    </message>
    <message>
        <source>a *circuit breaker* opens for [openFor|%1] after [failures|%2]</source>
        <translation>ein *Schutzschalter* öffnet für [openFor|%1] nach [failures|%2]</translation>
    </message>
    <message>
        <source>1 failure</source>
        <translation>1 Fehlschlag</translation>
    </message>
    <message>
        <source>%1 failures in a row</source>
        <translation>%1 Fehlschlägen in Folge</translation>
    </message>
    <message>
        <source>a *hedge* sends a copy after [after|%1]</source>
        <translation>ein *Hedge* schickt nach [after|%1] eine Kopie</translation>
    </message>
    <message>
        <source>a *hedge* sends up to [copies|%1 copies], one each [after|%2]</source>
        <translation>ein *Hedge* schickt bis zu [copies|%1 Kopien], eine alle [after|%2]</translation>
    </message>
    <message>
        <source>a *rate limit* lets [rate|%1 a second] start</source>
        <translation>eine *Durchsatzgrenze* lässt [rate|%1 pro Sekunde] beginnen</translation>
    </message>
    <message>
        <source>a *concurrency limit* lets in [limit|%1 at a time]</source>
        <translation>eine *Zugleich-Grenze* lässt [limit|%1 zugleich] ein</translation>
    </message>
    <message>
        <source>a newer fetch *cancels* the older</source>
        <translation>ein neuerer Abruf *bricht* den älteren *ab*</translation>
    </message>
    <message>
        <source>1 request</source>
        <translation>1 Anfrage</translation>
    </message>
    <message>
        <source>%1 requests</source>
        <translation>%1 Anfragen</translation>
    </message>
    <message>
        <source>%1 named things</source>
        <translation>%1 benannte Dinge</translation>
    </message>
    <message>
        <source>nothing yet</source>
        <translation>noch nichts</translation>
    </message>
    <message>
        <source>*one by one*, every [every|%1]</source>
        <translation>*gleichmäßig*, alle [every|%1]</translation>
    </message>
    <message>
        <source>*at random*, [rate|%1 a second] on average</source>
        <translation>*zufällig*, [rate|%1 pro Sekunde] im Mittel</translation>
    </message>
    <message>
        <source>in *bursts* of [size|%1] every [every|%2]</source>
        <translation>in *Schüben* zu [size|%1] alle [every|%2]</translation>
    </message>
    <message>
        <source>one for each *recorded input*</source>
        <translation>eine je *aufgenommener Eingabe*</translation>
    </message>
    <message>
        <source>Fetch [items|%1],</source>
        <translation>[items|%1] abrufen,</translation>
    </message>
    <message>
        <source>Fetch [items|%1], each at its own time,</source>
        <translation>[items|%1] abrufen, jedes zu seiner Zeit,</translation>
    </message>
    <message>
        <source>Send [count|%1], [kind|at once],</source>
        <translation>[count|%1] senden, [kind|auf einmal],</translation>
    </message>
    <message>
        <source>Send [count|%1], all of them [kind|at once],</source>
        <translation>[count|%1] senden, alle [kind|auf einmal],</translation>
    </message>
    <message>
        <source>Fetch [count|%1], asked for [kind|at once],</source>
        <translation>[count|%1] abrufen, [kind|auf einmal] angefragt,</translation>
    </message>
    <message>
        <source>Fetch [count|%1], all asked for [kind|at once],</source>
        <translation>[count|%1] abrufen, alle [kind|auf einmal] angefragt,</translation>
    </message>
    <message>
        <source>Send [%1|%2], %3,</source>
        <translation>[%1|%2] senden, %3,</translation>
    </message>
    <message>
        <source>Fetch [%1|%2], %3,</source>
        <translation>[%1|%2] abrufen, %3,</translation>
    </message>
    <message>
        <source> ([burst|up to %1 at once])</source>
        <translation> ([burst|bis zu %1 auf einmal])</translation>
    </message>
</context>
<context>
    <name>Speed</name>
    <message>
        <source>Max</source>
        <translation>Max</translation>
    </message>
    <message>
        <source>%1×</source>
        <translation>%1×</translation>
    </message>
</context>
<context>
    <name>StripOption</name>
    <message>
        <source>--strip %1: &quot;%2&quot; is no setting; write a key, an equals sign and a value, as in --strip &quot;Twice as many:pattern.limit=6&quot;</source>
        <translation>--strip %1: &quot;%2&quot; ist keine Einstellung; schreib einen Schlüssel, ein Gleichheitszeichen und einen Wert, etwa --strip &quot;Doppelt so viele:pattern.limit=6&quot;</translation>
    </message>
    <message>
        <source>--strip %1: &quot;%2&quot; cannot be set in a strip; only &quot;pattern&quot; and &quot;policies&quot; can</source>
        <translation>--strip %1: &quot;%2&quot; kann in einem Streifen nicht gesetzt werden; nur &quot;pattern&quot; und &quot;policies&quot; können das</translation>
    </message>
    <message>
        <source>--strip %1: there are %2 strips already, and no more fit beside each other</source>
        <translation>--strip %1: es gibt schon %2 Streifen, und mehr passen nicht nebeneinander</translation>
    </message>
    <message>
        <source>--strip %1 names no strip; write a name, a colon and settings, as in --strip &quot;Twice as many:pattern.limit=6&quot;</source>
        <translation>--strip %1 benennt keinen Streifen; schreib einen Namen, einen Doppelpunkt und Einstellungen, etwa --strip &quot;Doppelt so viele:pattern.limit=6&quot;</translation>
    </message>
    <message>
        <source>--strip %1: %2</source>
        <translation>--strip %1: %2</translation>
    </message>
</context>
<context>
    <name>TerminalTimeline</name>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waits for a token</source>
        <translation>wartet auf ein Token</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>EIN</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>AUS</translation>
    </message>
    <message>
        <source>in flight</source>
        <translation>aktiv</translation>
    </message>
    <message>
        <source>max %1</source>
        <translation>max %1</translation>
    </message>
    <message>
        <source>in IN and OUT: more than 9 at once</source>
        <translation>in EIN und AUS: mehr als 9 auf einmal</translation>
    </message>
</context>
<context>
    <name>Timeline</name>
    <message>
        <source>In flight</source>
        <translation>Aktiv</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>%1 at %2: %3</source>
        <translation>%1 bei %2: %3</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>slot kept by the back-off of #%1</source>
        <translation>Platz gehalten vom Backoff von #%1</translation>
    </message>
    <message>
        <source>limit %1</source>
        <translation>Grenze %1</translation>
    </message>
    <message>
        <source>Mark at %1</source>
        <translation>Marke bei %1</translation>
    </message>
    <message>
        <source>%1, marked at %2</source>
        <translation>%1, markiert bei %2</translation>
    </message>
    <message>
        <source>%1: %2 → %3, edited at %4</source>
        <translation>%1: %2 → %3, geändert bei %4</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>und %1 weitere</translation>
    </message>
    <message>
        <source>Run before</source>
        <translation>Lauf davor</translation>
    </message>
    <message>
        <source>Ahead</source>
        <translation>Vorschau</translation>
    </message>
    <message>
        <source>Dashed outlines: the run before the last change (G hides them)</source>
        <translation>Gestrichelte Umrisse: der Lauf vor der letzten Änderung (G blendet sie aus)</translation>
    </message>
    <message>
        <source>Dashed outlines: how the run goes on with the number as it is now</source>
        <translation>Gestrichelte Umrisse: wie der Lauf mit der jetzigen Zahl weitergeht</translation>
    </message>
    <message>
        <source>Queued</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Wartend</translation>
    </message>
    <message>
        <source>Token</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Token</translation>
    </message>
    <message>
        <source>Back-off</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>Running</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Success</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Erfolg</translation>
    </message>
    <message>
        <source>Failure</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Fehler</translation>
    </message>
    <message>
        <source>Timeout</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Zeitlimit</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <comment>in the legend, as short as can be</comment>
        <translation>Abbruch</translation>
    </message>
    <message>
        <source>Budget</source>
        <comment>of a server, in tokens</comment>
        <translation>Budget</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Tokens</translation>
    </message>
    <message>
        <source>In service</source>
        <translation>In Arbeit</translation>
    </message>
    <message>
        <source>In queue</source>
        <translation>Schlange</translation>
    </message>
    <message>
        <source>Breaker</source>
        <translation>Schalter</translation>
    </message>
    <message>
        <source>Collected</source>
        <translation>Gesammelt</translation>
    </message>
    <message>
        <source>open</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>half-open</source>
        <translation>halb offen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>zu</translation>
    </message>
    <message>
        <source>Silence so far</source>
        <translation>Ruhe bisher</translation>
    </message>
    <message>
        <source>Window so far</source>
        <translation>Fenster bisher</translation>
    </message>
    <message>
        <source>%1 at %2: %3 of %4</source>
        <translation>%1 bei %2: %3 von %4</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>whose level: its name</comment>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>silence</source>
        <translation>Ruhe</translation>
    </message>
    <message>
        <source>window</source>
        <translation>Fenster</translation>
    </message>
    <message>
        <source>so far</source>
        <translation>bisher</translation>
    </message>
    <message>
        <source>%1 at t = %2</source>
        <translation>%1 bei t = %2</translation>
    </message>
    <message>
        <source>%1 about t = %2</source>
        <translation>%1 um t = %2</translation>
    </message>
    <message>
        <source>%1 to %2: %3</source>
        <translation>%1 bis %2: %3</translation>
    </message>
    <message>
        <source>Overview</source>
        <translation>Überblick</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>from %1 to %2</source>
        <translation>von %1 bis %2</translation>
    </message>
    <message>
        <source>succeeded after %1</source>
        <translation>erfolgreich nach %1</translation>
    </message>
    <message>
        <source>failed after %1</source>
        <translation>fehlgeschlagen nach %1</translation>
    </message>
    <message>
        <source>failed with %1 after %2</source>
        <translation>fehlgeschlagen mit %1 nach %2</translation>
    </message>
    <message>
        <source>timed out after %1</source>
        <translation>Zeit abgelaufen nach %1</translation>
    </message>
    <message>
        <source>cancelled after %1</source>
        <translation>abgebrochen nach %1</translation>
    </message>
    <message>
        <source>running for %1</source>
        <translation>läuft seit %1</translation>
    </message>
    <message>
        <source>Waits for token</source>
        <translation>Wartet auf Token</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>#%1, attempt %2: %3, %4</source>
        <translation>#%1, Versuch %2: %3, %4</translation>
    </message>
    <message>
        <source> (%1)</source>
        <translation> (%1)</translation>
    </message>
    <message>
        <source>#%1: %2%3 %4, %5</source>
        <translation>#%1: %2%3 %4, %5</translation>
    </message>
    <message>
        <source>%1: never arrived</source>
        <translation>%1: nie eingetroffen</translation>
    </message>
    <message>
        <source>%1, in the call of #%2</source>
        <translation>%1, im Aufruf von #%2</translation>
    </message>
    <message>
        <source>%1: arrived at %2</source>
        <translation>%1: eingetroffen bei %2</translation>
    </message>
    <message>
        <source>%1: succeeded at %2</source>
        <translation>%1: erfolgreich bei %2</translation>
    </message>
    <message>
        <source>%1: failed at %2</source>
        <translation>%1: fehlgeschlagen bei %2</translation>
    </message>
    <message>
        <source>%1: timed out at %2</source>
        <translation>%1: Zeit abgelaufen bei %2</translation>
    </message>
    <message>
        <source>%1: cancelled at %2</source>
        <translation>%1: abgebrochen bei %2</translation>
    </message>
    <message>
        <source>%1: dropped at %2</source>
        <translation>%1: verworfen bei %2</translation>
    </message>
    <message>
        <source>%1: never settled</source>
        <translation>%1: nie beendet</translation>
    </message>
    <message numerus="yes">
        <source>%n tries</source>
        <translation>
            <numerusform>%n-mal</numerusform>
            <numerusform>%n-mal</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n copies</source>
        <translation>
            <numerusform>%n Kopie</numerusform>
            <numerusform>%n Kopien</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n attempts</source>
        <translation>
            <numerusform>%n Versuch</numerusform>
            <numerusform>%n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>hands its slot to #%1</source>
        <translation>gibt seinen Platz an #%1</translation>
    </message>
    <message>
        <source>lets #%1 go on</source>
        <translation>lässt #%1 weitermachen</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>Ausschnitt</translation>
    </message>
    <message>
        <source>baseline</source>
        <translation>Basis</translation>
    </message>
    <message>
        <source>%1, %2 at a time</source>
        <translation>%1, %2 zugleich</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <comment>Batches of 4</comment>
        <translation>%1 zu %2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>Debounce, 300 ms</comment>
        <translation>%1, %2</translation>
    </message>
    <message>
        <source>%1, %2 / s</source>
        <comment>Rate limit, 5 / s</comment>
        <translation>%1, %2 / s</translation>
    </message>
    <message>
        <source>IN</source>
        <translation>EIN</translation>
    </message>
    <message>
        <source>OUT</source>
        <translation>AUS</translation>
    </message>
    <message>
        <source>No requests: the source of this scenario makes none.</source>
        <translation>Keine Anfragen: Die Quelle dieses Szenarios macht keine.</translation>
    </message>
    <message>
        <source>Open a scenario to see its run here.</source>
        <translation>Öffne ein Szenario, um seinen Lauf hier zu sehen.</translation>
    </message>
    <message>
        <source>The run before the last change. %1</source>
        <translation>Der Lauf vor der letzten Änderung. %1</translation>
    </message>
    <message>
        <source>How it will go on with the number as it is now. %1</source>
        <translation>Wie es mit der jetzigen Zahl weitergeht. %1</translation>
    </message>
    <message>
        <source>Wall clock · not reproducible</source>
        <translation>Echtzeit · nicht wiederholbar</translation>
    </message>
    <message>
        <source>Wall clock</source>
        <translation>Echtzeit</translation>
    </message>
    <message>
        <source>%1 late</source>
        <translation>%1 zu spät</translation>
    </message>
</context>
<context>
    <name>TimelineAccess</name>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>%1 with %2</source>
        <translation>%1 mit %2</translation>
    </message>
    <message>
        <source>since %1</source>
        <translation>seit %1</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Request %1, %2, %3</source>
        <translation>Anfrage %1, %2, %3</translation>
    </message>
    <message>
        <source>Request %1, attempt %2, %3, %4</source>
        <translation>Anfrage %1, Versuch %2, %3, %4</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>Request %1, %2</source>
        <translation>Anfrage %1, %2</translation>
    </message>
    <message>
        <source>%1, %2 at %3</source>
        <translation>%1, %2 bei %3</translation>
    </message>
    <message>
        <source>%1, not arrived</source>
        <translation>%1, nicht eingetroffen</translation>
    </message>
    <message>
        <source>%1, under way since %2</source>
        <translation>%1, unterwegs seit %2</translation>
    </message>
</context>
<context>
    <name>TimelineKeys</name>
    <message>
        <source>Zoom in</source>
        <translation>Vergrößern</translation>
    </message>
    <message>
        <source>Shows less time, but larger</source>
        <translation>Zeigt weniger Zeit, aber größer</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Verkleinern</translation>
    </message>
    <message>
        <source>Shows more time</source>
        <translation>Zeigt mehr Zeit</translation>
    </message>
    <message>
        <source>Earlier</source>
        <translation>Früher</translation>
    </message>
    <message>
        <source>Moves the visible time back</source>
        <translation>Verschiebt die sichtbare Zeit zurück</translation>
    </message>
    <message>
        <source>Later</source>
        <translation>Später</translation>
    </message>
    <message>
        <source>Moves the visible time on</source>
        <translation>Verschiebt die sichtbare Zeit nach vorn</translation>
    </message>
    <message>
        <source>Scroll up</source>
        <translation>Nach oben rollen</translation>
    </message>
    <message>
        <source>Scrolls the rows up by one</source>
        <translation>Rollt eine Zeile nach oben</translation>
    </message>
    <message>
        <source>Scroll down</source>
        <translation>Nach unten rollen</translation>
    </message>
    <message>
        <source>Scrolls the rows down by one</source>
        <translation>Rollt eine Zeile nach unten</translation>
    </message>
    <message>
        <source>Page up</source>
        <translation>Seite nach oben</translation>
    </message>
    <message>
        <source>Scrolls up by all rows in view</source>
        <translation>Rollt um alle sichtbaren Zeilen nach oben</translation>
    </message>
    <message>
        <source>Page down</source>
        <translation>Seite nach unten</translation>
    </message>
    <message>
        <source>Scrolls down by all rows in view</source>
        <translation>Rollt um alle sichtbaren Zeilen nach unten</translation>
    </message>
    <message>
        <source>First instant</source>
        <translation>Erster Augenblick</translation>
    </message>
    <message>
        <source>Shows the first instant</source>
        <translation>Zeigt den ersten Augenblick</translation>
    </message>
    <message>
        <source>Last instant</source>
        <translation>Letzter Augenblick</translation>
    </message>
    <message>
        <source>Shows the last instant that is recorded</source>
        <translation>Zeigt den letzten aufgezeichneten Augenblick</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Fits the whole run</source>
        <translation>Zeigt den ganzen Lauf</translation>
    </message>
    <message>
        <source>Zoom to the selection</source>
        <translation>Auf die Auswahl zoomen</translation>
    </message>
    <message>
        <source>Fits what is selected or measured</source>
        <translation>Zeigt das Gewählte oder Gemessene ganz</translation>
    </message>
    <message>
        <source>Previous zoom</source>
        <translation>Voriger Ausschnitt</translation>
    </message>
    <message>
        <source>Back to the zoom before</source>
        <translation>Zurück zum vorigen Ausschnitt</translation>
    </message>
    <message>
        <source>Next span</source>
        <translation>Nächster Abschnitt</translation>
    </message>
    <message>
        <source>Selects the next wait or attempt</source>
        <translation>Wählt das nächste Warten oder den nächsten Versuch</translation>
    </message>
    <message>
        <source>Previous span</source>
        <translation>Voriger Abschnitt</translation>
    </message>
    <message>
        <source>Selects the wait or attempt before</source>
        <translation>Wählt das Warten oder den Versuch davor</translation>
    </message>
    <message>
        <source>Set a mark</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>Marks the pointer&apos;s instant, or the present; again: names it</source>
        <translation>Markiert den Augenblick am Zeiger oder die Gegenwart; nochmals: benennt</translation>
    </message>
    <message>
        <source>Measure</source>
        <translation>Messen</translation>
    </message>
    <message>
        <source>Measures what is selected, or what is visible</source>
        <translation>Misst das Gewählte oder das Sichtbare</translation>
    </message>
    <message>
        <source>Measure less</source>
        <translation>Weniger messen</translation>
    </message>
    <message>
        <source>Measures to the edge before</source>
        <translation>Misst bis zur vorigen Kante</translation>
    </message>
    <message>
        <source>Measure more</source>
        <translation>Mehr messen</translation>
    </message>
    <message>
        <source>Measures to the next edge</source>
        <translation>Misst bis zur nächsten Kante</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Aufheben</translation>
    </message>
    <message>
        <source>Clears what is measured, then the selection</source>
        <translation>Hebt die Messung auf, dann die Auswahl</translation>
    </message>
</context>
<context>
    <name>ValueScale</name>
    <message>
        <source>none</source>
        <translation>ohne</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>± %1 %</source>
        <translation>± %1 %</translation>
    </message>
    <message>
        <source>× %1</source>
        <translation>× %1</translation>
    </message>
    <message>
        <source>/ s</source>
        <translation>/ s</translation>
    </message>
    <message>
        <source>/s</source>
        <translation>/s</translation>
    </message>
    <message>
        <source>%</source>
        <translation>%</translation>
    </message>
    <message>
        <source>±</source>
        <translation>±</translation>
    </message>
    <message>
        <source>×</source>
        <translation>×</translation>
    </message>
    <message>
        <source>a time like 250ms or 1.5s</source>
        <translation>eine Zeit wie 250ms oder 1.5s</translation>
    </message>
    <message>
        <source>a whole number</source>
        <translation>eine ganze Zahl</translation>
    </message>
    <message>
        <source>a number</source>
        <translation>eine Zahl</translation>
    </message>
    <message>
        <source>%1 from %2 to %3</source>
        <translation>%1 von %2 bis %3</translation>
    </message>
    <message>
        <source>%1 from %2 up</source>
        <translation>%1 ab %2</translation>
    </message>
    <message>
        <source> or “%1”</source>
        <translation> oder „%1“</translation>
    </message>
</context>
<context>
    <name>Why</name>
    <message>
        <source>%1 and %2 more</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>%1 and %2</source>
        <translation>%1 und %2</translation>
    </message>
    <message>
        <source>Waits for a free slot, %1 so far.</source>
        <translation>Wartet auf einen freien Platz, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for a free slot.</source>
        <translation>Wartete %1 auf einen freien Platz.</translation>
    </message>
    <message>
        <source>Waits for a token, %1 so far.</source>
        <translation>Wartet auf ein Token, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for a token.</source>
        <translation>Wartete %1 auf ein Token.</translation>
    </message>
    <message>
        <source>Waits for the batch before, %1 so far.</source>
        <translation>Wartet auf den Stapel davor, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for the batch before.</source>
        <translation>Wartete %1 auf den Stapel davor.</translation>
    </message>
    <message>
        <source>Waits for more to share the call, %1 so far.</source>
        <translation>Wartet auf weitere, die den Aufruf teilen, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for more to share the call.</source>
        <translation>Wartete %1 auf weitere, die den Aufruf teilen.</translation>
    </message>
    <message>
        <source>Waits for silence, %1 so far.</source>
        <translation>Wartet auf Ruhe, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for silence.</source>
        <translation>Wartete %1 auf Ruhe.</translation>
    </message>
    <message>
        <source>Waits for the window&apos;s end, %1 so far.</source>
        <translation>Wartet auf das Ende des Fensters, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for the window&apos;s end.</source>
        <translation>Wartete %1 auf das Ende des Fensters.</translation>
    </message>
    <message>
        <source>Waits %1 before try %2.</source>
        <translation>Wartet %1 vor Anlauf %2.</translation>
    </message>
    <message>
        <source>Waited %1 before try %2.</source>
        <translation>Wartete %1 vor Anlauf %2.</translation>
    </message>
    <message>
        <source>Waits %1, because the server asked everyone to.</source>
        <translation>Wartet %1, weil der Server alle darum gebeten hat.</translation>
    </message>
    <message>
        <source>Waited %1, because the server asked everyone to.</source>
        <translation>Wartete %1, weil der Server alle darum gebeten hatte.</translation>
    </message>
    <message>
        <source>Waits in the server&apos;s queue, %1 so far.</source>
        <translation>Wartet in der Schlange des Servers, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 in the server&apos;s queue.</source>
        <translation>Wartete %1 in der Schlange des Servers.</translation>
    </message>
    <message>
        <source>Waits for its turn, %1 so far.</source>
        <translation>Wartet, bis sie an der Reihe ist, bisher %1.</translation>
    </message>
    <message>
        <source>Waited %1 for its turn.</source>
        <translation>Wartete %1, bis sie an der Reihe war.</translation>
    </message>
    <message>
        <source>Waited %1 for %2 to end.</source>
        <translation>Wartete %1 auf das Ende von %2.</translation>
    </message>
    <message>
        <source>The one before must end first.</source>
        <translation>Erst muss die davor enden.</translation>
    </message>
    <message>
        <source>A batch starts when the one before is over.</source>
        <translation>Ein Stapel beginnt, wenn der davor fertig ist.</translation>
    </message>
    <message>
        <source>A batch starts when it is full, or when no more will come.</source>
        <translation>Ein Stapel beginnt, wenn er voll ist oder nichts mehr kommt.</translation>
    </message>
    <message>
        <source>The call goes out when it is full, or %1 after its first request.</source>
        <translation>Der Aufruf geht hinaus, wenn er voll ist, oder %1 nach seiner ersten Anfrage.</translation>
    </message>
    <message>
        <source>It goes out when %1 have passed without input.</source>
        <translation>Er geht hinaus, wenn %1 ohne Eingabe vergangen sind.</translation>
    </message>
    <message>
        <source>At most one goes out in %1.</source>
        <translation>In %1 geht höchstens eine hinaus.</translation>
    </message>
    <message>
        <source>The only slot is taken by %1.</source>
        <translation>Den einzigen Platz hat %1.</translation>
    </message>
    <message>
        <source>The only slot was taken by %1.</source>
        <translation>Den einzigen Platz hatte %1.</translation>
    </message>
    <message>
        <source>All %1 slots are taken by %2.</source>
        <translation>Alle %1 Plätze haben %2.</translation>
    </message>
    <message>
        <source>All %1 slots were taken by %2.</source>
        <translation>Alle %1 Plätze hatten %2.</translation>
    </message>
    <message>
        <source>One was ahead of it when it came.</source>
        <translation>Eine war vor ihr da.</translation>
    </message>
    <message>
        <source>%1 were ahead of it when it came.</source>
        <translation>%1 waren vor ihr da.</translation>
    </message>
    <message>
        <source>At the latest one goes out %1 after the first input that waits.</source>
        <translation>Spätestens %1 nach der ersten wartenden Eingabe geht eine hinaus.</translation>
    </message>
    <message>
        <source>At most %1 may start in any %2.</source>
        <translation>Höchstens %1 dürfen in je %2 beginnen.</translation>
    </message>
    <message>
        <source>One comes every %1.</source>
        <translation>Alle %1 kommt eines.</translation>
    </message>
    <message>
        <source>The server works on one at a time.</source>
        <translation>Der Server arbeitet an einer zugleich.</translation>
    </message>
    <message>
        <source>The server works on %1 at a time.</source>
        <translation>Der Server arbeitet an %1 zugleich.</translation>
    </message>
    <message>
        <source>One answer said when to come back, and all calls obey it.</source>
        <translation>Eine Antwort hat gesagt, wann man wiederkommen soll, und alle Aufrufe halten sich daran.</translation>
    </message>
    <message>
        <source>%1 was told to come back in %2, and all calls obey it.</source>
        <translation>%1 sollte in %2 wiederkommen, und alle Aufrufe halten sich daran.</translation>
    </message>
    <message>
        <source>Try %1 timed out.</source>
        <translation>Die Zeit von Anlauf %1 ist abgelaufen.</translation>
    </message>
    <message>
        <source>Try %1 failed.</source>
        <translation>Anlauf %1 ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>Try %1 failed with %2.</source>
        <translation>Anlauf %1 ist mit %2 fehlgeschlagen.</translation>
    </message>
    <message>
        <source>The server asked to be left alone for %1.</source>
        <translation>Der Server bat darum, %1 in Ruhe gelassen zu werden.</translation>
    </message>
    <message>
        <source>Full jitter picks any time up to %1.</source>
        <translation>Voller Jitter nimmt irgendeine Zeit bis %1.</translation>
    </message>
    <message>
        <source>The back-off is %1, jitter drew %2%3 %.</source>
        <translation>Der Backoff ist %1, Jitter zog %2%3 %.</translation>
    </message>
    <message>
        <source>It keeps its slot meanwhile.</source>
        <translation>Ihren Platz behält sie dabei.</translation>
    </message>
    <message>
        <source>It kept its slot meanwhile.</source>
        <translation>Ihren Platz behielt sie dabei.</translation>
    </message>
    <message>
        <source>Nothing more will come.</source>
        <translation>Es kommt nichts mehr.</translation>
    </message>
    <message>
        <source>A later input took its place, so it was dropped.</source>
        <translation>Eine spätere Eingabe trat an ihre Stelle, darum wurde sie verworfen.</translation>
    </message>
    <message>
        <source>It was turned away.</source>
        <translation>Sie wurde abgewiesen.</translation>
    </message>
    <message>
        <source>Then the open circuit breaker turned it away.</source>
        <translation>Dann wies sie der offene Schutzschalter ab.</translation>
    </message>
    <message>
        <source>Then its time was up.</source>
        <translation>Dann war ihre Zeit um.</translation>
    </message>
    <message>
        <source>Then it was cancelled.</source>
        <translation>Dann wurde sie abgebrochen.</translation>
    </message>
    <message>
        <source>Then the newer %1 took its place.</source>
        <translation>Dann trat die neuere %1 an ihre Stelle.</translation>
    </message>
    <message>
        <source>Then %1 ended, which cancelled it.</source>
        <translation>Dann endete %1 und brach sie damit ab.</translation>
    </message>
    <message>
        <source>%1 ended last and held it up.</source>
        <translation>%1 endete zuletzt und hielt sie auf.</translation>
    </message>
    <message>
        <source>%1 filled it.</source>
        <translation>%1 hat ihn gefüllt.</translation>
    </message>
    <message>
        <source>%1 left and made room for it.</source>
        <translation>%1 ging und machte ihr Platz.</translation>
    </message>
    <message>
        <source>%1 finished first and handed its slot over.</source>
        <translation>%1 war zuerst fertig und gab ihren Platz weiter.</translation>
    </message>
    <message>
        <source>%1 finished and handed its slot over.</source>
        <translation>%1 war fertig und gab ihren Platz weiter.</translation>
    </message>
</context>
<context>
    <name>Words</name>
    <message>
        <source>fewer</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>more</source>
        <translation>mehr</translation>
    </message>
    <message>
        <source>shorter</source>
        <translation>kürzer</translation>
    </message>
    <message>
        <source>longer</source>
        <translation>länger</translation>
    </message>
    <message>
        <source>over sooner</source>
        <translation>eher vorbei</translation>
    </message>
    <message>
        <source>over later</source>
        <translation>später vorbei</translation>
    </message>
    <message>
        <source>faster</source>
        <translation>schneller</translation>
    </message>
    <message>
        <source>slower</source>
        <translation>langsamer</translation>
    </message>
    <message>
        <source>less</source>
        <translation>weniger</translation>
    </message>
    <message>
        <source>%1 / s</source>
        <translation>%1 / s</translation>
    </message>
    <message>
        <source>%1 %</source>
        <translation>%1 %</translation>
    </message>
    <message>
        <source>&lt; 0.1 %</source>
        <translation>&lt; 0.1 %</translation>
    </message>
    <message>
        <source>same</source>
        <translation>gleich</translation>
    </message>
    <message>
        <source>%1 · %2</source>
        <translation>%1 · %2</translation>
    </message>
    <message>
        <source>Total time</source>
        <translation>Gesamtzeit</translation>
    </message>
    <message>
        <source>From the start to the last request&apos;s end, on the scenario&apos;s own clock.</source>
        <translation>Vom Start bis zum Ende der letzten Anfrage, auf der eigenen Uhr des Szenarios.</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>What the source makes, arrived or not.</source>
        <translation>Was die Quelle macht, eingetroffen oder nicht.</translation>
    </message>
    <message>
        <source>Succeeded</source>
        <translation>Erfolgreich</translation>
    </message>
    <message>
        <source>Requests that ended with a result, default values included.</source>
        <translation>Anfragen, die mit einem Ergebnis endeten, Ersatzwerte eingeschlossen.</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>Fehlgeschlagen</translation>
    </message>
    <message>
        <source>Requests that ended with an error other than a timeout.</source>
        <translation>Anfragen, die mit einem anderen Fehler als dem eines Zeitlimits endeten.</translation>
    </message>
    <message>
        <source>Timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>Requests that ended with the error of a timeout.</source>
        <translation>Anfragen, die mit dem Fehler eines Zeitlimits endeten.</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Abgebrochen</translation>
    </message>
    <message>
        <source>Requests that were stopped by another&apos;s failure, a winner or a newer call.</source>
        <translation>Anfragen, die der Fehlschlag einer anderen, ein Sieger oder ein neuerer Aufruf beendet hat.</translation>
    </message>
    <message>
        <source>Dropped</source>
        <translation>Verworfen</translation>
    </message>
    <message>
        <source>Requests whose value never went out, because a later one took its place.</source>
        <translation>Anfragen, deren Wert nie hinausging, weil ein späterer an seine Stelle trat.</translation>
    </message>
    <message>
        <source>Never answered</source>
        <translation>Nie beantwortet</translation>
    </message>
    <message>
        <source>Requests without an end when nothing more can happen.</source>
        <translation>Anfragen ohne Ende, wenn nichts mehr geschehen kann.</translation>
    </message>
    <message>
        <source>Default values</source>
        <translation>Ersatzwerte</translation>
    </message>
    <message>
        <source>Succeeded requests that got a timeout&apos;s default value.</source>
        <translation>Erfolgreiche Anfragen, die den Ersatzwert eines Zeitlimits bekamen.</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How often the server was asked: each retry and each copy counts.</source>
        <translation>Wie oft der Server gefragt wurde: Jede Wiederholung und jede Kopie zählt.</translation>
    </message>
    <message>
        <source>Wasted attempts</source>
        <translation>Vergebliche Versuche</translation>
    </message>
    <message>
        <source>Attempts that did not give their request its result.</source>
        <translation>Versuche, die ihrer Anfrage kein Ergebnis gebracht haben.</translation>
    </message>
    <message>
        <source>Wasted</source>
        <translation>Vergeblich</translation>
    </message>
    <message>
        <source>The time of all wasted attempts together.</source>
        <translation>Die Zeit aller vergeblichen Versuche zusammen.</translation>
    </message>
    <message>
        <source>Refused</source>
        <translation>Abgelehnt</translation>
    </message>
    <message>
        <source>Attempts that the server turned away because it was full or asked too often.</source>
        <translation>Versuche, die der Server ablehnte, weil er voll war oder zu oft gefragt wurde.</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>Abgewiesen</translation>
    </message>
    <message>
        <source>Calls that an open circuit breaker turned away; no attempt was made.</source>
        <translation>Aufrufe, die ein offener Schutzschalter abwies; es gab keinen Versuch.</translation>
    </message>
    <message>
        <source>Most in flight</source>
        <translation>Meiste zugleich</translation>
    </message>
    <message>
        <source>The most attempts that were under way at the same time.</source>
        <translation>Die meisten Versuche, die zur selben Zeit unterwegs waren.</translation>
    </message>
    <message>
        <source>Throughput</source>
        <translation>Durchsatz</translation>
    </message>
    <message>
        <source>Succeeded requests per second of total time.</source>
        <translation>Erfolgreiche Anfragen pro Sekunde der Gesamtzeit.</translation>
    </message>
    <message>
        <source>Shortest latency</source>
        <translation>Kürzeste Latenz</translation>
    </message>
    <message>
        <source>The quickest succeeded request, from its arrival to its end.</source>
        <translation>Die schnellste erfolgreiche Anfrage, vom Eintreffen bis zum Ende.</translation>
    </message>
    <message>
        <source>Mean latency</source>
        <translation>Mittlere Latenz</translation>
    </message>
    <message>
        <source>The average of succeeded requests, from arrival to end.</source>
        <translation>Der Mittelwert erfolgreicher Anfragen, vom Eintreffen bis zum Ende.</translation>
    </message>
    <message>
        <source>Latency p50</source>
        <translation>Latenz p50</translation>
    </message>
    <message>
        <source>Half of the succeeded requests took no longer than this, from arrival to end.</source>
        <translation>Die Hälfte der erfolgreichen Anfragen brauchte vom Eintreffen bis zum Ende nicht länger.</translation>
    </message>
    <message>
        <source>Latency p95</source>
        <translation>Latenz p95</translation>
    </message>
    <message>
        <source>95 % of the succeeded requests took no longer than this, from arrival to end.</source>
        <translation>95 % der erfolgreichen Anfragen brauchten vom Eintreffen bis zum Ende nicht länger.</translation>
    </message>
    <message>
        <source>Latency p99</source>
        <translation>Latenz p99</translation>
    </message>
    <message>
        <source>99 % of the succeeded requests took no longer than this, from arrival to end.</source>
        <translation>99 % der erfolgreichen Anfragen brauchten vom Eintreffen bis zum Ende nicht länger.</translation>
    </message>
    <message>
        <source>Longest latency</source>
        <translation>Längste Latenz</translation>
    </message>
    <message>
        <source>The slowest succeeded request, from its arrival to its end.</source>
        <translation>Die langsamste erfolgreiche Anfrage, vom Eintreffen bis zum Ende.</translation>
    </message>
    <message>
        <source>Mean wait</source>
        <translation>Mittlere Wartezeit</translation>
    </message>
    <message>
        <source>How long a request waited on average before it could ask; back-offs and the server&apos;s queue do not count.</source>
        <translation>Wie lange eine Anfrage im Mittel wartete, ehe sie fragen konnte; Backoffs und die Schlange des Servers zählen nicht.</translation>
    </message>
    <message>
        <source>Longest wait</source>
        <translation>Längste Wartezeit</translation>
    </message>
    <message>
        <source>The longest that a request waited before it could ask; back-offs and the server&apos;s queue do not count.</source>
        <translation>Wie lange eine Anfrage höchstens wartete, ehe sie fragen konnte; Backoffs und die Schlange des Servers zählen nicht.</translation>
    </message>
    <message>
        <source>Faster than one by one</source>
        <translation>Schneller als nacheinander</translation>
    </message>
    <message>
        <source>The time of all calls behind each other, divided by the total time.</source>
        <translation>Die Zeit aller Aufrufe hintereinander, geteilt durch die Gesamtzeit.</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>Wartet</translation>
    </message>
    <message>
        <source>It waits until it may start.</source>
        <translation>Wartet, bis es losgehen darf.</translation>
    </message>
    <message>
        <source>Waits for token</source>
        <translation>Wartet auf Token</translation>
    </message>
    <message>
        <source>It waits because a rate allows no more starts now.</source>
        <translation>Wartet, weil eine Rate jetzt keine weiteren Starts erlaubt.</translation>
    </message>
    <message>
        <source>Back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>It waits before it tries again.</source>
        <translation>Wartet vor dem nächsten Anlauf.</translation>
    </message>
    <message>
        <source>Running</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>The server is asked and has not answered yet.</source>
        <translation>Der Server ist gefragt und hat noch nicht geantwortet.</translation>
    </message>
    <message>
        <source>The server has answered well.</source>
        <translation>Der Server hat gut geantwortet.</translation>
    </message>
    <message>
        <source>The server has answered with an error, or refused to answer.</source>
        <translation>Der Server hat mit einem Fehler geantwortet oder die Antwort verweigert.</translation>
    </message>
    <message>
        <source>A timeout gave up on the answer.</source>
        <translation>Ein Zeitlimit hat die Antwort aufgegeben.</translation>
    </message>
    <message>
        <source>It was stopped, because its answer was no longer wanted.</source>
        <translation>Beendet, weil die Antwort nicht mehr gebraucht wurde.</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>Offen</translation>
    </message>
    <message>
        <source>queued</source>
        <translation>wartet</translation>
    </message>
    <message>
        <source>waits for token</source>
        <translation>wartet auf Token</translation>
    </message>
    <message>
        <source>back-off</source>
        <translation>Backoff</translation>
    </message>
    <message>
        <source>running</source>
        <translation>läuft</translation>
    </message>
    <message>
        <source>succeeded</source>
        <translation>erfolgreich</translation>
    </message>
    <message>
        <source>failed</source>
        <translation>fehlgeschlagen</translation>
    </message>
    <message>
        <source>timed out</source>
        <translation>Zeit abgelaufen</translation>
    </message>
    <message>
        <source>cancelled</source>
        <translation>abgebrochen</translation>
    </message>
    <message>
        <source>dropped</source>
        <translation>verworfen</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>offen</translation>
    </message>
    <message>
        <source>Waits for a slot</source>
        <translation>Wartet auf einen Platz</translation>
    </message>
    <message>
        <source>As many as the limit allows are under way; it waits until one of them ends.</source>
        <translation>So viele, wie die Grenze erlaubt, sind unterwegs; wartet, bis eine davon endet.</translation>
    </message>
    <message>
        <source>Waits for a token</source>
        <translation>Wartet auf ein Token</translation>
    </message>
    <message>
        <source>Each start takes a token, and tokens come at a rate.</source>
        <translation>Jeder Start nimmt ein Token, und Tokens kommen mit einer Rate.</translation>
    </message>
    <message>
        <source>Waits for its turn</source>
        <translation>Wartet auf ihre Reihe</translation>
    </message>
    <message>
        <source>The one before must end first.</source>
        <translation>Erst muss die davor enden.</translation>
    </message>
    <message>
        <source>Waits for its batch</source>
        <translation>Wartet auf den Stapel</translation>
    </message>
    <message>
        <source>The batch before must be over, and the pause after it.</source>
        <translation>Erst muss der Stapel davor fertig sein, und die Pause danach.</translation>
    </message>
    <message>
        <source>Collects</source>
        <translation>Sammelt</translation>
    </message>
    <message>
        <source>It waits for others to share one call with.</source>
        <translation>Wartet auf andere, um einen Aufruf mit ihnen zu teilen.</translation>
    </message>
    <message>
        <source>Waits for silence</source>
        <translation>Wartet auf Ruhe</translation>
    </message>
    <message>
        <source>It goes out when no input has come for a while.</source>
        <translation>Geht hinaus, wenn eine Weile keine Eingabe kam.</translation>
    </message>
    <message>
        <source>Waits for the window&apos;s end</source>
        <translation>Wartet auf das Fensterende</translation>
    </message>
    <message>
        <source>One input goes out per window.</source>
        <translation>Je Fenster geht eine Eingabe hinaus.</translation>
    </message>
    <message>
        <source>The pause between a failure and the next try.</source>
        <translation>Die Pause zwischen einem Fehlschlag und dem nächsten Anlauf.</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>The server has asked everyone to come back later.</source>
        <translation>Der Server hat alle gebeten, später wiederzukommen.</translation>
    </message>
    <message>
        <source>In the server&apos;s queue</source>
        <translation>In der Serverschlange</translation>
    </message>
    <message>
        <source>The server is busy; it has taken the request and will come to it.</source>
        <translation>Der Server ist beschäftigt; er hat die Anfrage angenommen und wird sich um sie kümmern.</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
</context>
<context>
    <name>playground::ChoiceControl</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>playground::CommandPalette</name>
    <message>
        <source>Gallery and commands</source>
        <translation>Galerie und Befehle</translation>
    </message>
    <message>
        <source>Search scenarios and commands</source>
        <translation>Szenarien und Befehle suchen</translation>
    </message>
    <message>
        <source>What was found</source>
        <translation>Was gefunden wurde</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>wählen</translation>
    </message>
    <message>
        <source>open, do</source>
        <translation>öffnen, tun</translation>
    </message>
    <message>
        <source>open as a strip</source>
        <translation>als Streifen öffnen</translation>
    </message>
    <message>
        <source>leave</source>
        <translation>verlassen</translation>
    </message>
    <message>
        <source>Nothing has “%1”.</source>
        <translation>Nichts enthält „%1“.</translation>
    </message>
</context>
<context>
    <name>playground::Comparison</name>
    <message>
        <source>%1 “%2”</source>
        <translation>%1 „%2“</translation>
    </message>
    <message>
        <source>With a &amp;copy of %1</source>
        <translation>Mit einer &amp;Kopie von %1</translation>
    </message>
    <message>
        <source>With a &amp;copy of this one</source>
        <translation>Mit einer &amp;Kopie hiervon</translation>
    </message>
    <message>
        <source>With another &amp;pattern</source>
        <translation>Mit anderem &amp;Muster</translation>
    </message>
    <message>
        <source>With pattern and policies of a &amp;scenario</source>
        <translation>Mit Muster und Regeln eines &amp;Szenarios</translation>
    </message>
    <message>
        <source>No more than %1 strips fit beside each other</source>
        <translation>Mehr als %1 Streifen passen nicht nebeneinander</translation>
    </message>
    <message>
        <source>&amp;Stop comparing</source>
        <translation>V&amp;ergleich beenden</translation>
    </message>
    <message>
        <source>&amp;Rename…</source>
        <translation>&amp;Umbenennen…</translation>
    </message>
    <message>
        <source>Make it the &amp;baseline</source>
        <translation>Zur &amp;Basis machen</translation>
    </message>
    <message>
        <source>Add a &amp;copy of it</source>
        <translation>&amp;Kopie davon hinzufügen</translation>
    </message>
    <message>
        <source>Re&amp;move</source>
        <translation>Ent&amp;fernen</translation>
    </message>
    <message>
        <source>There are %1 strips already, and no more fit beside each other. Remove one first.</source>
        <translation>Es gibt schon %1 Streifen, und mehr passen nicht nebeneinander. Entferne zuerst einen.</translation>
    </message>
    <message>
        <source>Compare with %1</source>
        <translation>Mit %1 vergleichen</translation>
    </message>
    <message>
        <source>Remove strip %1</source>
        <translation>Streifen %1 entfernen</translation>
    </message>
    <message>
        <source>Make %1 the baseline</source>
        <translation>%1 zur Basis machen</translation>
    </message>
    <message>
        <source>Take the name of %1 away</source>
        <translation>Namen von %1 entfernen</translation>
    </message>
    <message>
        <source>Name %1 “%2”</source>
        <translation>%1 „%2“ nennen</translation>
    </message>
    <message>
        <source>Stop comparing</source>
        <translation>Vergleich beenden</translation>
    </message>
</context>
<context>
    <name>playground::DocumentFiles</name>
    <message>
        <source>Scenarios (*.json)</source>
        <translation>Szenarien (*.json)</translation>
    </message>
    <message>
        <source>Open a scenario</source>
        <translation>Szenario öffnen</translation>
    </message>
    <message>
        <source>Save the scenario</source>
        <translation>Szenario speichern</translation>
    </message>
    <message>
        <source>Untitled</source>
        <translation>Unbenannt</translation>
    </message>
    <message>
        <source>Open recen&amp;t</source>
        <translation>&amp;Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Unsaved changes</source>
        <translation>Ungespeicherte Änderungen</translation>
    </message>
    <message>
        <source>“%1” has changes that are not saved.</source>
        <translation>„%1“ hat Änderungen, die nicht gespeichert sind.</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>&amp;Discard</source>
        <translation>&amp;Verwerfen</translation>
    </message>
</context>
<context>
    <name>playground::FailureRow</name>
    <message>
        <source>Fails</source>
        <translation>Scheitert</translation>
    </message>
</context>
<context>
    <name>playground::FindBar</name>
    <message>
        <source>Previous match (Shift+Enter)</source>
        <translation>Voriger Treffer (Umschalt+Enter)</translation>
    </message>
    <message>
        <source>Next match (Enter)</source>
        <translation>Nächster Treffer (Enter)</translation>
    </message>
    <message>
        <source>Find in the timeline</source>
        <translation>In der Zeitleiste suchen</translation>
    </message>
    <message>
        <source>Finds #7, failed, attempt&gt;2, wait&gt;300ms, reason:token, or several of them</source>
        <translation>Findet #7, failed, attempt&gt;2, wait&gt;300ms, reason:token oder mehrere davon</translation>
    </message>
    <message>
        <source>Close the find bar (Esc)</source>
        <translation>Suchleiste schließen (Esc)</translation>
    </message>
</context>
<context>
    <name>playground::GalleryButton</name>
    <message>
        <source>Many at once</source>
        <translation>Viele auf einmal</translation>
    </message>
    <message>
        <source>Shape the flow</source>
        <translation>Den Fluss formen</translation>
    </message>
    <message>
        <source>When things fail</source>
        <translation>Wenn etwas scheitert</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Eigene</translation>
    </message>
    <message>
        <source>%1, with changes that are not saved</source>
        <translation>%1, mit ungespeicherten Änderungen</translation>
    </message>
    <message>
        <source>Scenario: %1, changed</source>
        <translation>Szenario: %1, geändert</translation>
    </message>
    <message>
        <source>Scenario: %1</source>
        <translation>Szenario: %1</translation>
    </message>
</context>
<context>
    <name>playground::Grip</name>
    <message>
        <source>Drag to change the order, or use the Up and Down keys. What stands first is outermost.</source>
        <translation>Ziehen ändert die Reihenfolge, oder die Tasten Auf und Ab. Was zuerst steht, ist ganz außen.</translation>
    </message>
</context>
<context>
    <name>playground::HoldersTable</name>
    <message>
        <source>Who held the slots</source>
        <translation>Wer die Plätze hatte</translation>
    </message>
    <message>
        <source>A click selects that request</source>
        <translation>Ein Klick wählt diese Anfrage aus</translation>
    </message>
</context>
<context>
    <name>playground::InputPad</name>
    <message>
        <source>Tap</source>
        <translation>Klick</translation>
    </message>
    <message numerus="yes">
        <source>Burst of %n</source>
        <translation>
            <numerusform>Schub von %n</numerusform>
            <numerusform>Schub von %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnahme</translation>
    </message>
    <message>
        <source>Input</source>
        <translation>Eingabe</translation>
    </message>
    <message>
        <source>Type here: each key is a request</source>
        <translation>Hier tippen: Jede Taste ist eine Anfrage</translation>
    </message>
    <message>
        <source>Input pad</source>
        <translation>Eingabefeld</translation>
    </message>
    <message>
        <source>Each key is a request, recorded on the tape; Esc gives the keys back to the timeline</source>
        <translation>Jede Taste ist eine Anfrage und wird aufgenommen; Esc gibt die Tasten an die Zeitleiste zurück</translation>
    </message>
    <message>
        <source>That many requests at one instant</source>
        <translation>So viele Anfragen in einem Augenblick</translation>
    </message>
    <message>
        <source>Every %1</source>
        <translation>Alle %1</translation>
    </message>
    <message>
        <source>Taps every %1 until it is switched off</source>
        <translation>Klickt alle %1, bis es ausgeschaltet wird</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Nimmt auf</translation>
    </message>
</context>
<context>
    <name>playground::InputRow</name>
    <message>
        <source>IN: type input here</source>
        <translation>EIN: hier Eingaben tippen</translation>
    </message>
    <message>
        <source>Click or type here: each click and each key is a request at that instant; Esc gives the keys back</source>
        <translation>Hier klicken oder tippen: jeder Klick und jede Taste ist in dem Augenblick eine Anfrage; Esc gibt die Tasten zurück</translation>
    </message>
    <message>
        <source>Click or type here</source>
        <translation>Hier klicken oder tippen</translation>
    </message>
</context>
<context>
    <name>playground::Inspector</name>
    <message>
        <source>What the right panel shows</source>
        <translation>Was die rechte Leiste zeigt</translation>
    </message>
    <message>
        <source>Close the details</source>
        <translation>Details schließen</translation>
    </message>
    <message>
        <source>&amp;Details</source>
        <translation>&amp;Details</translation>
    </message>
    <message>
        <source>What is selected: why it waited, and where its time went</source>
        <translation>Was ausgewählt ist: warum es wartete und wo seine Zeit blieb</translation>
    </message>
    <message>
        <source>&amp;Log</source>
        <translation>&amp;Protokoll</translation>
    </message>
    <message>
        <source>What happened, as readable text</source>
        <translation>Was geschah, als lesbarer Text</translation>
    </message>
    <message>
        <source>&amp;Table</source>
        <translation>&amp;Tabelle</translation>
    </message>
    <message>
        <source>Every request in numbers</source>
        <translation>Jede Anfrage in Zahlen</translation>
    </message>
    <message>
        <source>Zoom to it</source>
        <translation>Heranholen</translation>
    </message>
    <message>
        <source>Fits the timeline to the selection (F)</source>
        <translation>Passt die Zeitleiste an die Auswahl an (F)</translation>
    </message>
</context>
<context>
    <name>playground::ItemLinesControl</name>
    <message>
        <source>One request a line: its name, then if you like at 50ms, its latency, fails 2 or fails always, and 503, offline or hang. Ctrl+Enter takes it over.</source>
        <translation>Eine Anfrage je Zeile: ihr Name, dann auf Wunsch at 50ms, ihre Latenz, fails 2 oder fails always, und 503, offline oder hang. Strg+Enter übernimmt.</translation>
    </message>
    <message>
        <source>One input a line: when it comes, then key and its name, or click; text is what the field holds after it. Ctrl+Enter takes it over.</source>
        <translation>Eine Eingabe je Zeile: wann sie kommt, dann key und ihr Name, oder click; text ist, was danach im Feld steht. Strg+Enter übernimmt.</translation>
    </message>
</context>
<context>
    <name>playground::KeysDialog</name>
    <message>
        <source>Help</source>
        <translation>Hilfe</translation>
    </message>
    <message>
        <source>&amp;Keys</source>
        <translation>&amp;Tasten</translation>
    </message>
    <message>
        <source>&amp;Numbers and states</source>
        <translation>&amp;Zahlen und Zustände</translation>
    </message>
</context>
<context>
    <name>playground::KindButton</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
<context>
    <name>playground::LanguageMenu</name>
    <message>
        <source>Lan&amp;guage</source>
        <translation>Sprac&amp;he</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Asyncade speaks %1 from its next start on.</source>
        <translation>Asyncade spricht ab dem nächsten Start %1.</translation>
    </message>
</context>
<context>
    <name>playground::LatencyPlot</name>
    <message>
        <source>Drag to change; with the keys, arrows choose one and change it</source>
        <translation>Ziehen ändert; mit den Tasten wählen Pfeile einen Griff und ändern ihn</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Latency, %1: %2</source>
        <translation>Latenz, %1: %2</translation>
    </message>
    <message>
        <source>%1 of %2: %3</source>
        <translation>%1 von %2: %3</translation>
    </message>
</context>
<context>
    <name>playground::LogModel</name>
    <message>
        <source>Time</source>
        <translation>Zeit</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>Was geschah</translation>
    </message>
</context>
<context>
    <name>playground::LogPage</name>
    <message>
        <source>Log of the run</source>
        <translation>Protokoll des Laufs</translation>
    </message>
    <message>
        <source>What happened, in order. Ctrl+C copies the selected lines.</source>
        <translation>Was geschah, der Reihe nach. Strg+C kopiert die ausgewählten Zeilen.</translation>
    </message>
    <message>
        <source>Shows only what happened to the selected request</source>
        <translation>Zeigt nur, was mit der ausgewählten Anfrage geschah</translation>
    </message>
    <message>
        <source>&amp;Only #%1</source>
        <translation>&amp;Nur #%1</translation>
    </message>
    <message>
        <source>&amp;Only the selected request</source>
        <translation>&amp;Nur die ausgewählte Anfrage</translation>
    </message>
</context>
<context>
    <name>playground::MainWindow</name>
    <message>
        <source>Drag me, also while it runs</source>
        <translation>Zieh mich, auch während es läuft</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>%1, changed[*] – Asyncade</source>
        <translation>%1, geändert[*] – Asyncade</translation>
    </message>
    <message>
        <source>%1[*] – Asyncade</source>
        <translation>%1[*] – Asyncade</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Seed %1 → %2</source>
        <translation>Seed %1 → %2</translation>
    </message>
    <message>
        <source>The run before had another source, backend or seed, and strips share all three. Undo brings it back, and what you changed can be compared as a pattern or policy only.</source>
        <translation>Der vorige Lauf hatte eine andere Quelle, einen anderen Server oder Seed, und Streifen teilen alle drei. Rückgängig bringt ihn zurück; vergleichen lassen sich nur Muster und Regeln.</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>Vorher</translation>
    </message>
    <message>
        <source>“%1” was not saved when the program ended last time.</source>
        <translation>„%1“ war nicht gespeichert, als das Programm zuletzt endete.</translation>
    </message>
    <message>
        <source>R&amp;estore</source>
        <translation>Wieder&amp;herstellen</translation>
    </message>
    <message>
        <source>Disc&amp;ard it</source>
        <translation>&amp;Verwerfen</translation>
    </message>
    <message>
        <source>Recent files</source>
        <translation>Zuletzt geöffnet</translation>
    </message>
    <message>
        <source>Commands</source>
        <translation>Befehle</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>The wall clock is off: it shows one run, and these are several</source>
        <translation>Die Echtzeit ist aus: sie zeigt einen Lauf, und das sind mehrere</translation>
    </message>
    <message>
        <source>&amp;Colours</source>
        <translation>F&amp;arben</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>&amp;Undo: %1</source>
        <translation>&amp;Rückgängig: %1</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>&amp;Redo: %1</source>
        <translation>&amp;Wiederholen: %1</translation>
    </message>
</context>
<context>
    <name>playground::MetricsBar</name>
    <message>
        <source>%1 lost</source>
        <translation>%1 verloren</translation>
    </message>
    <message>
        <source>%1 cancelled</source>
        <translation>%1 abgebrochen</translation>
    </message>
    <message>
        <source>%1 dropped</source>
        <translation>%1 verworfen</translation>
    </message>
    <message>
        <source>nothing succeeded</source>
        <translation>nichts war erfolgreich</translation>
    </message>
    <message>
        <source>%1× faster than one by one</source>
        <translation>%1× schneller als nacheinander</translation>
    </message>
    <message>
        <source>Strip</source>
        <translation>Streifen</translation>
    </message>
    <message>
        <source>Whose numbers these are: the strip that is chosen.</source>
        <translation>Wessen Zahlen das sind: die des gewählten Streifens.</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Fertig</translation>
    </message>
    <message>
        <source>Requests that have ended, of all; lost are those that failed or timed out.</source>
        <translation>Anfragen, die geendet haben, von allen; verloren sind fehlgeschlagene und solche, deren Zeit ablief.</translation>
    </message>
    <message>
        <source>%1 / %2</source>
        <translation>%1 / %2</translation>
    </message>
    <message>
        <source>%1 per request</source>
        <translation>%1 je Anfrage</translation>
    </message>
    <message>
        <source>%1 attempts</source>
        <translation>%1 Versuche</translation>
    </message>
    <message>
        <source>of %1</source>
        <translation>von %1</translation>
    </message>
    <message>
        <source>1 attempt</source>
        <translation>1 Versuch</translation>
    </message>
    <message>
        <source>limit now %1</source>
        <translation>Grenze jetzt %1</translation>
    </message>
</context>
<context>
    <name>playground::MoreButton</name>
    <message>
        <source>More of %1</source>
        <translation>Mehr von %1</translation>
    </message>
    <message>
        <source>Shows all settings, or only those that matter most</source>
        <translation>Zeigt alle Einstellungen oder nur die wichtigsten</translation>
    </message>
    <message>
        <source>Less</source>
        <translation>Weniger</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Mehr</translation>
    </message>
</context>
<context>
    <name>playground::NumbersPage</name>
    <message>
        <source>min</source>
        <translation>min</translation>
    </message>
    <message>
        <source>mean</source>
        <translation>Mittel</translation>
    </message>
    <message>
        <source>max</source>
        <translation>max</translation>
    </message>
    <message>
        <source>Waits and attempts</source>
        <translation>Wartezeiten und Versuche</translation>
    </message>
    <message>
        <source>All</source>
        <translation>Alle</translation>
    </message>
</context>
<context>
    <name>playground::Playback</name>
    <message>
        <source>whatever you put in</source>
        <translation>was du eingibst</translation>
    </message>
</context>
<context>
    <name>playground::PolicyCard</name>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Switches %1 on and off</source>
        <translation>Schaltet %1 ein und aus</translation>
    </message>
</context>
<context>
    <name>playground::PolicyList</name>
    <message>
        <source>Add polic&amp;y</source>
        <translation>Regel hinz&amp;ufügen</translation>
    </message>
    <message>
        <source>Puts something around each call: a timeout, retries</source>
        <translation>Legt etwas um jeden Aufruf: ein Zeitlimit, Wiederholungen</translation>
    </message>
    <message>
        <source>%1 on</source>
        <translation>%1 an</translation>
    </message>
    <message>
        <source>%1 off</source>
        <translation>%1 aus</translation>
    </message>
    <message>
        <source>Remove %1</source>
        <translation>%1 entfernen</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>%1 verschieben</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>%1 hinzufügen</translation>
    </message>
</context>
<context>
    <name>playground::ProblemBar</name>
    <message>
        <source>Close the message</source>
        <translation>Meldung schließen</translation>
    </message>
</context>
<context>
    <name>playground::RequestDetails</name>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>In every strip</source>
        <translation>In jedem Streifen</translation>
    </message>
    <message>
        <source>Who held the slots</source>
        <translation>Wer die Plätze hatte</translation>
    </message>
</context>
<context>
    <name>playground::RequestTableModel</name>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>The number of the request, in order of arrival</source>
        <translation>Die Nummer der Anfrage, in der Reihenfolge des Eintreffens</translation>
    </message>
    <message>
        <source>No.</source>
        <translation>Nr.</translation>
    </message>
    <message>
        <source>When it arrived</source>
        <translation>Wann sie eintraf</translation>
    </message>
    <message>
        <source>Arrival</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>How long it waited before it could ask; back-offs and the server&apos;s queue do not count</source>
        <translation>Wie lange sie wartete, ehe sie fragen konnte; Backoffs und die Schlange des Servers zählen nicht</translation>
    </message>
    <message>
        <source>Wait</source>
        <translation>Warten</translation>
    </message>
    <message>
        <source>How often the server was asked for it</source>
        <translation>Wie oft der Server für sie gefragt wurde</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>Versuche</translation>
    </message>
    <message>
        <source>How it ended, or what it is doing</source>
        <translation>Wie sie endete oder was sie gerade tut</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>Ausgang</translation>
    </message>
    <message>
        <source>From its arrival to its end</source>
        <translation>Vom Eintreffen bis zum Ende</translation>
    </message>
    <message>
        <source>Latency</source>
        <translation>Latenz</translation>
    </message>
    <message>
        <source>What it asks for</source>
        <translation>Wonach sie fragt</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Name</translation>
    </message>
    <message>
        <source>Not arrived</source>
        <translation>Nicht eingetroffen</translation>
    </message>
</context>
<context>
    <name>playground::RowTable</name>
    <message>
        <source>&amp;Copy</source>
        <translation>&amp;Kopieren</translation>
    </message>
    <message>
        <source>Select &amp;all</source>
        <translation>&amp;Alles auswählen</translation>
    </message>
</context>
<context>
    <name>playground::RunSummary</name>
    <message>
        <source>%1 and 1 other</source>
        <translation>%1 und 1 weitere</translation>
    </message>
    <message>
        <source>%1 and %2 others</source>
        <translation>%1 und %2 weitere</translation>
    </message>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Worth a look</source>
        <translation>Sehenswert</translation>
    </message>
    <message>
        <source>Select a request</source>
        <translation>Wähle eine Anfrage</translation>
    </message>
    <message>
        <source>in the timeline to see why it waited, and where its time went.</source>
        <translation>in der Zeitleiste, um zu sehen, warum sie wartete und wo ihre Zeit blieb.</translation>
    </message>
    <message>
        <source>This run</source>
        <translation>Dieser Lauf</translation>
    </message>
    <message>
        <source>Tab goes from request to request, Enter or a click selects one</source>
        <translation>Tab geht von Anfrage zu Anfrage, Enter oder ein Klick wählt eine</translation>
    </message>
    <message>
        <source>Ready</source>
        <translation>Bereit</translation>
    </message>
    <message>
        <source>Stands at its start: Space runs it.</source>
        <translation>Steht am Anfang: Die Leertaste startet ihn.</translation>
    </message>
    <message>
        <source>Under way</source>
        <translation>Läuft</translation>
    </message>
    <message>
        <source>Space pauses it.</source>
        <translation>Die Leertaste hält ihn an.</translation>
    </message>
    <message>
        <source>Space ends it.</source>
        <translation>Die Leertaste beendet ihn.</translation>
    </message>
    <message>
        <source>Paused</source>
        <translation>Pausiert</translation>
    </message>
    <message>
        <source>Space goes on.</source>
        <translation>Mit der Leertaste geht es weiter.</translation>
    </message>
    <message>
        <source>Stopped</source>
        <translation>Gestoppt</translation>
    </message>
    <message>
        <source>It was ended before its end.</source>
        <translation>Er wurde vor seinem Ende beendet.</translation>
    </message>
    <message>
        <source>Never answered</source>
        <translation>Nie beantwortet</translation>
    </message>
    <message>
        <source>Nothing is left to run, and not all requests were answered.</source>
        <translation>Es ist nichts mehr zu tun, und nicht alle Anfragen wurden beantwortet.</translation>
    </message>
    <message>
        <source>Finished</source>
        <translation>Beendet</translation>
    </message>
    <message>
        <source>Not all have succeeded.</source>
        <translation>Nicht alle waren erfolgreich.</translation>
    </message>
    <message>
        <source>All have succeeded.</source>
        <translation>Alle waren erfolgreich.</translation>
    </message>
    <message>
        <source>None has failed.</source>
        <translation>Keine ist fehlgeschlagen.</translation>
    </message>
    <message>
        <source>None has failed, and none has a result.</source>
        <translation>Keine ist fehlgeschlagen, und keine hat ein Ergebnis.</translation>
    </message>
    <message>
        <source>Still open</source>
        <translation>Noch offen</translation>
    </message>
    <message>
        <source>Timers late, p50</source>
        <translation>Timer-Verzug p50</translation>
    </message>
    <message>
        <source>Timers late, p99</source>
        <translation>Timer-Verzug p99</translation>
    </message>
    <message>
        <source>Timers late, most</source>
        <translation>Timer-Verzug höchstens</translation>
    </message>
    <message>
        <source>%1 took longest: %2</source>
        <translation>%1 dauerte am längsten: %2</translation>
    </message>
    <message>
        <source>%1 took longest so far: %2</source>
        <translation>%1 dauerte bisher am längsten: %2</translation>
    </message>
    <message>
        <source>%1 needed most attempts: %2</source>
        <translation>%1 brauchte die meisten Versuche: %2</translation>
    </message>
    <message>
        <source>%1 needed most attempts so far: %2</source>
        <translation>%1 brauchte bisher die meisten Versuche: %2</translation>
    </message>
</context>
<context>
    <name>playground::ScenarioDocument</name>
    <message>
        <source>%1 in %2</source>
        <translation>%1 in %2</translation>
    </message>
    <message numerus="yes">
        <source>Record %n inputs</source>
        <translation>
            <numerusform>%n Eingabe aufnehmen</numerusform>
            <numerusform>%n Eingaben aufnehmen</numerusform>
        </translation>
    </message>
    <message>
        <source>Open “%1”</source>
        <translation>„%1“ öffnen</translation>
    </message>
    <message>
        <source>Restore “%1”</source>
        <translation>„%1“ wiederherstellen</translation>
    </message>
    <message>
        <source>“%1” could not be written: %2. Save it under another name or in another folder.</source>
        <translation>„%1“ ließ sich nicht schreiben: %2. Speichere es unter anderem Namen oder in einem anderen Ordner.</translation>
    </message>
</context>
<context>
    <name>playground::ScenarioPanel</name>
    <message>
        <source>SOURCE</source>
        <translation>QUELLE</translation>
    </message>
    <message>
        <source>PATTERN &amp; POLICIES</source>
        <translation>MUSTER &amp; REGELN</translation>
    </message>
    <message>
        <source>BACKEND</source>
        <translation>SERVER</translation>
    </message>
    <message>
        <source>How the scenario shows</source>
        <translation>Wie das Szenario dargestellt wird</translation>
    </message>
    <message>
        <source>S&amp;cenario</source>
        <translation>S&amp;zenario</translation>
    </message>
    <message>
        <source>The scenario as a sentence with its numbers</source>
        <translation>Das Szenario als Satz mit seinen Zahlen</translation>
    </message>
    <message>
        <source>Te&amp;xt</source>
        <translation>Te&amp;xt</translation>
    </message>
    <message>
        <source>The same scenario as its file, to be read and typed</source>
        <translation>Dasselbe Szenario als seine Datei, zum Lesen und Tippen</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>Rückgängig</translation>
    </message>
    <message>
        <source>Redo</source>
        <translation>Wiederholen</translation>
    </message>
    <message>
        <source>Undo (Ctrl+Z)</source>
        <translation>Rückgängig (Strg+Z)</translation>
    </message>
    <message>
        <source>Undo: %1 (Ctrl+Z)</source>
        <translation>Rückgängig: %1 (Strg+Z)</translation>
    </message>
    <message>
        <source>Redo (Ctrl+Y)</source>
        <translation>Wiederholen (Strg+Y)</translation>
    </message>
    <message>
        <source>Redo: %1 (Ctrl+Y)</source>
        <translation>Wiederholen: %1 (Strg+Y)</translation>
    </message>
    <message>
        <source>Fails by chance</source>
        <translation>Scheitert zufällig</translation>
    </message>
    <message>
        <source>Clear the tape</source>
        <translation>Aufnahme leeren</translation>
    </message>
</context>
<context>
    <name>playground::ScenarioText</name>
    <message>
        <source>Scenario as text</source>
        <translation>Szenario als Text</translation>
    </message>
    <message>
        <source>The scenario as its file. What you type applies as soon as it is valid.</source>
        <translation>Das Szenario als seine Datei. Was du tippst, gilt, sobald es stimmt.</translation>
    </message>
    <message>
        <source>Line %1: %2. The run stays as it was.</source>
        <translation>Zeile %1: %2. Der Lauf bleibt, wie er war.</translation>
    </message>
    <message>
        <source>%1. The run stays as it was.</source>
        <translation>%1. Der Lauf bleibt, wie er war.</translation>
    </message>
    <message>
        <source>Go to line %1</source>
        <translation>Zur Zeile %1</translation>
    </message>
</context>
<context>
    <name>playground::SentenceLabel</name>
    <message>
        <source>The scenario in a sentence: Tab goes from value to value, Enter or a click changes one</source>
        <translation>Das Szenario als Satz: Tab geht von Wert zu Wert, Enter oder ein Klick ändert einen</translation>
    </message>
</context>
<context>
    <name>playground::SourceCard</name>
    <message>
        <source>Arrive</source>
        <translation>Ankunft</translation>
    </message>
    <message>
        <source>How the requests arrive</source>
        <translation>Wie die Anfragen eintreffen</translation>
    </message>
</context>
<context>
    <name>playground::StatusLine</name>
    <message>
        <source>1 span</source>
        <translation>1 Abschnitt</translation>
    </message>
    <message>
        <source>%1 spans</source>
        <translation>%1 Abschnitte</translation>
    </message>
    <message>
        <source>Going to %1 …</source>
        <translation>Auf dem Weg zu %1 …</translation>
    </message>
    <message>
        <source>Ready. Space runs it.</source>
        <translation>Bereit. Die Leertaste startet.</translation>
    </message>
    <message>
        <source>The run goes on meanwhile. Ctrl+End shows its present.</source>
        <translation>Der Lauf geht weiter. Strg+Ende zeigt seine Gegenwart.</translation>
    </message>
    <message>
        <source>Next: %1</source>
        <translation>Nächstes: %1</translation>
    </message>
    <message>
        <source>Stopped; %1 of %2 requests had ended.</source>
        <translation>Gestoppt; %1 von %2 Anfragen waren beendet.</translation>
    </message>
    <message>
        <source>Finished. Nothing left to run.</source>
        <translation>Beendet. Es ist nichts mehr zu tun.</translation>
    </message>
    <message>
        <source>Nothing left to run; 1 request never answered.</source>
        <translation>Es ist nichts mehr zu tun; 1 Anfrage blieb ohne Antwort.</translation>
    </message>
    <message>
        <source>Nothing left to run; %1 requests never answered.</source>
        <translation>Es ist nichts mehr zu tun; %1 Anfragen blieben ohne Antwort.</translation>
    </message>
    <message>
        <source>Virtual clock, reproducible</source>
        <translation>Virtuelle Uhr, reproduzierbar</translation>
    </message>
    <message>
        <source>t</source>
        <translation>t</translation>
    </message>
    <message>
        <source>Waits and attempts in the timeline</source>
        <translation>Wartezeiten und Versuche in der Zeitleiste</translation>
    </message>
    <message>
        <source>Events of the trace per second, lately</source>
        <translation>Ereignisse des Laufs pro Sekunde, zuletzt</translation>
    </message>
    <message>
        <source>How long the last slice of the run took</source>
        <translation>Wie lange die letzte Scheibe des Laufs brauchte</translation>
    </message>
    <message>
        <source>How much later than asked for the timers of this run came: half of them at most p50, 99 of 100 at most p99</source>
        <translation>Um wie viel später als verlangt die Timer dieses Laufs kamen: die Hälfte höchstens p50, 99 von 100 höchstens p99</translation>
    </message>
    <message>
        <source>&lt; 1 event/s</source>
        <translation>&lt; 1 Ereignis/s</translation>
    </message>
    <message>
        <source>%1 events/s</source>
        <translation>%1 Ereignisse/s</translation>
    </message>
    <message>
        <source>&lt; 0.1 ms a frame</source>
        <translation>&lt; 0.1 ms je Bild</translation>
    </message>
    <message>
        <source>%1 ms a frame</source>
        <translation>%1 ms je Bild</translation>
    </message>
    <message>
        <source>Real time since the start of the run</source>
        <translation>Echtzeit seit dem Beginn des Laufs</translation>
    </message>
    <message>
        <source>Virtual time</source>
        <translation>Virtuelle Zeit</translation>
    </message>
    <message>
        <source>Real time always runs at 1×</source>
        <translation>Echtzeit läuft immer mit 1×</translation>
    </message>
    <message>
        <source>Virtual seconds per second</source>
        <translation>Virtuelle Sekunden pro Sekunde</translation>
    </message>
    <message>
        <source>Real time on the Qt event loop: each run comes out a little otherwise</source>
        <translation>Echtzeit auf der Qt-Ereignisschleife: jeder Lauf geht ein wenig anders aus</translation>
    </message>
    <message>
        <source>The same scenario with the same seed gives the same run, to the nanosecond</source>
        <translation>Dasselbe Szenario mit demselben Seed gibt denselben Lauf, auf die Nanosekunde</translation>
    </message>
    <message>
        <source>Late: p50 %1, p99 %2, max %3</source>
        <translation>Verzug: p50 %1, p99 %2, max %3</translation>
    </message>
</context>
<context>
    <name>playground::StripChips</name>
    <message>
        <source>Shows and edits the pattern and policies of %1: %2</source>
        <translation>Zeigt und ändert Muster und Regeln von %1: %2</translation>
    </message>
    <message>
        <source>Shows and edits the pattern and policies of %1, “%2”: %3</source>
        <translation>Zeigt und ändert Muster und Regeln von %1, „%2“: %3</translation>
    </message>
    <message>
        <source>Strip %1: %2</source>
        <translation>Streifen %1: %2</translation>
    </message>
</context>
<context>
    <name>playground::StripTimings</name>
    <message>
        <source>Under way</source>
        <translation>Unterwegs</translation>
    </message>
    <message>
        <source>%1 %2</source>
        <translation>%1 %2</translation>
    </message>
    <message>
        <source>Not come yet</source>
        <translation>Noch nicht da</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <translation>%1, %2</translation>
    </message>
    <message numerus="yes">
        <source>: waited %1, %n attempts</source>
        <translation>
            <numerusform>: %1 gewartet, %n Versuch</numerusform>
            <numerusform>: %1 gewartet, %n Versuche</numerusform>
        </translation>
    </message>
    <message>
        <source>In every strip</source>
        <translation>In jedem Streifen</translation>
    </message>
</context>
<context>
    <name>playground::TablePage</name>
    <message>
        <source>Requests</source>
        <translation>Anfragen</translation>
    </message>
    <message>
        <source>Every request in numbers. S sorts by the column of the current cell, S again the other way.</source>
        <translation>Jede Anfrage in Zahlen. S sortiert nach der Spalte der aktuellen Zelle, noch einmal S andersherum.</translation>
    </message>
</context>
<context>
    <name>playground::TapeButtons</name>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Replay</source>
        <translation>Abspielen</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Leeren</translation>
    </message>
    <message>
        <source>Begins a new tape: what you put in while it runs becomes the source; again: ends it</source>
        <translation>Beginnt eine neue Aufnahme: was beim Lauf eingegeben wird, wird die Quelle; nochmals: beendet sie</translation>
    </message>
    <message>
        <source>Runs the tape from its start</source>
        <translation>Spielt die Aufnahme von vorn ab</translation>
    </message>
    <message>
        <source>Takes everything off the tape; Undo brings it back</source>
        <translation>Nimmt alles von der Aufnahme; Rückgängig bringt es zurück</translation>
    </message>
</context>
<context>
    <name>playground::TimeField</name>
    <message>
        <source>Virtual time</source>
        <translation>Virtuelle Zeit</translation>
    </message>
    <message>
        <source>Virtual time: the time of the simulated world. Type one, e.g. 1.5 or 250 ms, to see that instant (Ctrl+G)</source>
        <translation>Virtuelle Zeit: die Zeit der simulierten Welt. Tippe eine ein, etwa 1.5 oder 250 ms, um diesen Augenblick zu sehen (Strg+G)</translation>
    </message>
    <message>
        <source>“%1” is no time: type seconds, e.g. 1.5, or a time with its unit, e.g. 250 ms.</source>
        <translation>„%1“ ist keine Zeit: Tippe Sekunden, etwa 1.5, oder eine Zeit mit Einheit, etwa 250 ms.</translation>
    </message>
</context>
<context>
    <name>playground::TimelineFind</name>
    <message>
        <source>All else is dimmed. Enter goes to the next match, Shift+Enter to the one before, Esc closes.</source>
        <translation>Alles andere ist gedimmt. Enter geht zum nächsten Treffer, Umschalt+Enter zum vorigen, Esc schließt.</translation>
    </message>
    <message>
        <source>Write #7, failed, attempt&gt;2, wait&gt;300ms or reason:token, or several of them.</source>
        <translation>Schreib #7, failed, attempt&gt;2, wait&gt;300ms oder reason:token, oder mehrere davon.</translation>
    </message>
    <message>
        <source>searching…</source>
        <translation>sucht…</translation>
    </message>
    <message>
        <source>no match</source>
        <translation>kein Treffer</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%1 von %2</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
</context>
<context>
    <name>playground::TimelineNumbers</name>
    <message>
        <source>%1 measured</source>
        <translation>%1 gemessen</translation>
    </message>
    <message>
        <source>%1 to %2</source>
        <translation>%1 bis %2</translation>
    </message>
    <message>
        <source>Waits and attempts that share some time with the measured piece, each with its whole length.</source>
        <translation>Wartezeiten und Versuche, die etwas Zeit mit dem gemessenen Stück teilen, jede mit ihrer ganzen Länge.</translation>
    </message>
    <message>
        <source>1 match</source>
        <translation>1 Treffer</translation>
    </message>
    <message>
        <source>%1 matches</source>
        <translation>%1 Treffer</translation>
    </message>
    <message>
        <source>Of a request that was found as a whole, all its waits and attempts count.</source>
        <translation>Von einer Anfrage, die als ganze gefunden wurde, zählen alle Wartezeiten und Versuche.</translation>
    </message>
</context>
<context>
    <name>playground::TimelineView</name>
    <message>
        <source>Go to it</source>
        <translation>Hingehen</translation>
    </message>
    <message>
        <source>Rename…</source>
        <translation>Umbenennen…</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Entfernen</translation>
    </message>
    <message>
        <source>Set a mark</source>
        <translation>Marke setzen</translation>
    </message>
    <message>
        <source>Measure the selection</source>
        <translation>Auswahl messen</translation>
    </message>
    <message>
        <source>Marks</source>
        <translation>Marken</translation>
    </message>
    <message>
        <source>Remove all</source>
        <translation>Alle entfernen</translation>
    </message>
    <message>
        <source>whole run</source>
        <translation>ganzer Lauf</translation>
    </message>
    <message>
        <source>live edge</source>
        <translation>Live-Rand</translation>
    </message>
    <message>
        <source>Whole run</source>
        <translation>Ganzer Lauf</translation>
    </message>
    <message>
        <source>Selection</source>
        <translation>Auswahl</translation>
    </message>
    <message>
        <source>Follow the live edge</source>
        <translation>Dem Live-Rand folgen</translation>
    </message>
    <message>
        <source>Previous zoom</source>
        <translation>Voriger Ausschnitt</translation>
    </message>
    <message>
        <source>Requests share rows</source>
        <translation>Anfragen teilen sich Zeilen</translation>
    </message>
    <message>
        <source>Counter</source>
        <translation>Zähler</translation>
    </message>
    <message>
        <source>Timeline</source>
        <translation>Zeitleiste</translation>
    </message>
    <message>
        <source>&amp;Follow live edge</source>
        <translation>Live &amp;folgen</translation>
    </message>
    <message>
        <source>Request %1</source>
        <translation>Anfrage %1</translation>
    </message>
    <message>
        <source>%1; its end was %2</source>
        <translation>%1; sein Ende kam %2</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
    <message>
        <source>%1, at %2. Click to rename it, the menu removes it.</source>
        <translation>%1, bei %2. Ein Klick benennt sie um, das Menü entfernt sie.</translation>
    </message>
    <message>
        <source>Click or drag to see that instant</source>
        <translation>Klicken oder ziehen, um diesen Augenblick zu sehen</translation>
    </message>
    <message>
        <source>The instant that is shown: drag it into the past</source>
        <translation>Der gezeigte Augenblick: zieh ihn in die Vergangenheit</translation>
    </message>
    <message>
        <source>Requests share this row, one after the other. P gives each its own.</source>
        <translation>Anfragen teilen sich diese Zeile, eine nach der anderen. P gibt jeder ihre eigene.</translation>
    </message>
    <message>
        <source>Name of the mark</source>
        <translation>Name der Marke</translation>
    </message>
    <message>
        <source>%1: %2 (%3)</source>
        <translation>%1: %2 (%3)</translation>
    </message>
    <message>
        <source>%1: %2, %3</source>
        <translation>%1: %2, %3</translation>
    </message>
    <message>
        <source>The baseline: the others are compared with it. Click to choose it, right-click for more.</source>
        <translation>Die Basis: Mit ihr werden die anderen verglichen. Ein Klick wählt sie, ein Rechtsklick zeigt mehr.</translation>
    </message>
    <message>
        <source>Click to choose it, double-click to rename it, right-click for more.</source>
        <translation>Ein Klick wählt ihn, ein Doppelklick benennt ihn um, ein Rechtsklick zeigt mehr.</translation>
    </message>
    <message>
        <source>Name of strip %1</source>
        <translation>Name von Streifen %1</translation>
    </message>
</context>
<context>
    <name>playground::TimingTable</name>
    <message>
        <source>Timing</source>
        <translation>Zeiten</translation>
    </message>
    <message>
        <source>Total</source>
        <translation>Gesamt</translation>
    </message>
</context>
<context>
    <name>playground::TransportBar</name>
    <message>
        <source>Menu</source>
        <translation>Menü</translation>
    </message>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>S&amp;peed</source>
        <translation>Te&amp;mpo</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Tempo</translation>
    </message>
    <message>
        <source>&amp;Seed</source>
        <translation>S&amp;eed</translation>
    </message>
    <message>
        <source>Seed</source>
        <translation>Seed</translation>
    </message>
    <message>
        <source>The luck of the run: the same seed gives the same run</source>
        <translation>Der Zufall des Laufs: Derselbe Seed gibt denselben Lauf</translation>
    </message>
    <message>
        <source>Colours: as the system, light or dark</source>
        <translation>Farben: wie das System, hell oder dunkel</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stopp</translation>
    </message>
    <message>
        <source>Pause</source>
        <translation>Pause</translation>
    </message>
    <message>
        <source>Virtual seconds per second, 1/100 to 100, then Max: as fast as possible ([ and ], \ for 1×)</source>
        <translation>Virtuelle Sekunden pro Sekunde, 1/100 bis 100, dann Max: so schnell wie möglich ([ und ], \ für 1×)</translation>
    </message>
    <message>
        <source>Off on the wall clock: real time always runs at 1×</source>
        <translation>Aus in Echtzeit: sie läuft immer mit 1×</translation>
    </message>
    <message>
        <source>%1 was asked for; this is what the machine can do</source>
        <translation>%1 war verlangt; das schafft die Maschine</translation>
    </message>
    <message>
        <source>Compare</source>
        <translation>Vergleichen</translation>
    </message>
</context>
<context>
    <name>playground::ValueField</name>
    <message>
        <source>“%1” cannot be taken: type %2. It stays at %3.</source>
        <translation>„%1“ geht nicht: Tippe %2. Es bleibt bei %3.</translation>
    </message>
</context>
<context>
    <name>playground::WallClockControls</name>
    <message>
        <source>Off on the wall clock: real time always runs at 1×</source>
        <translation>Aus in Echtzeit: sie läuft immer mit 1×</translation>
    </message>
    <message>
        <source>Off on the wall clock: real time cannot be halted between two instants</source>
        <translation>Aus in Echtzeit: sie lässt sich nicht zwischen zwei Augenblicken anhalten</translation>
    </message>
    <message>
        <source>Off on the wall clock: drag along the ruler to look at the past</source>
        <translation>Aus in Echtzeit: Ziehen am Lineal zeigt die Vergangenheit</translation>
    </message>
    <message>
        <source>Off on the wall clock: no run comes out twice alike, so none can be foretold</source>
        <translation>Aus in Echtzeit: kein Lauf geht zweimal gleich aus, also lässt sich keiner vorhersagen</translation>
    </message>
    <message>
        <source>Off on the wall clock: it shows one run</source>
        <translation>Aus in Echtzeit: sie zeigt einen Lauf</translation>
    </message>
    <message>
        <source>Runs in real time; again: ends the run. Real time cannot be paused</source>
        <translation>Läuft in Echtzeit; noch einmal: beendet den Lauf. Echtzeit kennt keine Pause</translation>
    </message>
    <message>
        <source>To the present</source>
        <translation>Zur Gegenwart</translation>
    </message>
    <message>
        <source>Shows the present of the run again</source>
        <translation>Zeigt wieder die Gegenwart des Laufs</translation>
    </message>
    <message>
        <source>Off while strips are compared: real time shows one run</source>
        <translation>Aus, solange Streifen verglichen werden: Echtzeit zeigt einen Lauf</translation>
    </message>
    <message>
        <source>Off while input is recorded</source>
        <translation>Aus, solange eine Eingabe aufgenommen wird</translation>
    </message>
</context>
<context>
    <name>playground::WallClockPlayback</name>
    <message>
        <source>On the wall clock input cannot be recorded under “%1”, which has to know all its requests when it begins. Choose another pattern, or switch the wall clock off.</source>
        <translation>In Echtzeit lässt sich unter „%1“ nichts aufnehmen, weil es am Anfang alle Anfragen kennen muss. Wähl ein anderes Muster, oder schalte die Echtzeit aus.</translation>
    </message>
</context>
<context>
    <name>playground::WindowActions</name>
    <message>
        <source>Run</source>
        <translation>Start</translation>
    </message>
    <message>
        <source>Runs, or pauses, the run</source>
        <translation>Startet den Lauf oder hält ihn an</translation>
    </message>
    <message>
        <source>Step</source>
        <translation>Schritt</translation>
    </message>
    <message>
        <source>Goes to the next instant at which something changes</source>
        <translation>Geht zum nächsten Augenblick, in dem sich etwas ändert</translation>
    </message>
    <message>
        <source>Step back</source>
        <translation>Schritt zurück</translation>
    </message>
    <message>
        <source>Goes back to the instant before, at which something changed</source>
        <translation>Geht zum vorigen Augenblick zurück, in dem sich etwas änderte</translation>
    </message>
    <message>
        <source>To the end</source>
        <translation>Zum Ende</translation>
    </message>
    <message>
        <source>Runs to the end as fast as possible</source>
        <translation>Läuft so schnell wie möglich bis zum Ende</translation>
    </message>
    <message>
        <source>Go to a time</source>
        <translation>Zu einer Zeit gehen</translation>
    </message>
    <message>
        <source>Puts the keys into the time: type one to see that instant</source>
        <translation>Setzt die Tasten in das Zeitfeld: Tippe eine Zeit, um diesen Augenblick zu sehen</translation>
    </message>
    <message>
        <source>Back to the start</source>
        <translation>Zurück zum Anfang</translation>
    </message>
    <message>
        <source>Goes back to t = 0; edits made during the run are taken back</source>
        <translation>Geht zurück zu t = 0; Änderungen während des Laufs werden zurückgenommen</translation>
    </message>
    <message>
        <source>New seed</source>
        <translation>Neuer Seed</translation>
    </message>
    <message>
        <source>Draws a new seed: the same scenario with other luck</source>
        <translation>Zieht einen neuen Seed: dasselbe Szenario mit anderem Zufall</translation>
    </message>
    <message>
        <source>Lock the seed</source>
        <translation>Seed festhalten</translation>
    </message>
    <message>
        <source>Locked, each start repeats the same luck; unlocked, each start draws a new seed</source>
        <translation>Festgehalten wiederholt jeder Start denselben Zufall; sonst zieht jeder Start einen neuen Seed</translation>
    </message>
    <message>
        <source>Slower</source>
        <translation>Langsamer</translation>
    </message>
    <message>
        <source>Makes the run slower</source>
        <translation>Macht den Lauf langsamer</translation>
    </message>
    <message>
        <source>Faster</source>
        <translation>Schneller</translation>
    </message>
    <message>
        <source>Makes the run faster</source>
        <translation>Macht den Lauf schneller</translation>
    </message>
    <message>
        <source>Real time</source>
        <translation>Normales Tempo</translation>
    </message>
    <message>
        <source>Runs at 1×</source>
        <translation>Läuft mit 1×</translation>
    </message>
    <message>
        <source>&amp;Wall clock</source>
        <translation>&amp;Echtzeit</translation>
    </message>
    <message>
        <source>Runs in real time on the Qt event loop, instead of the virtual clock: shows how late real timers are</source>
        <translation>Läuft in Echtzeit auf der Qt-Ereignisschleife statt auf der virtuellen Uhr: zeigt, wie spät echte Timer kommen</translation>
    </message>
    <message>
        <source>Record</source>
        <translation>Aufnehmen</translation>
    </message>
    <message>
        <source>Begins a new tape: what you put in while it runs becomes the source; again: ends it</source>
        <translation>Beginnt eine neue Aufnahme: Was im Lauf eingegeben wird, wird zur Quelle; noch einmal: beendet sie</translation>
    </message>
    <message>
        <source>Tap</source>
        <translation>Klick</translation>
    </message>
    <message>
        <source>Puts in a click now; the first one begins a recording</source>
        <translation>Gibt jetzt einen Klick ein; der erste beginnt eine Aufnahme</translation>
    </message>
    <message>
        <source>&amp;New</source>
        <translation>&amp;Neu</translation>
    </message>
    <message>
        <source>Starts a scenario of your own from the default one</source>
        <translation>Beginnt ein eigenes Szenario aus dem Standardszenario</translation>
    </message>
    <message>
        <source>&amp;Open…</source>
        <translation>Ö&amp;ffnen…</translation>
    </message>
    <message>
        <source>Opens a scenario file</source>
        <translation>Öffnet eine Szenariodatei</translation>
    </message>
    <message>
        <source>&amp;Save</source>
        <translation>&amp;Speichern</translation>
    </message>
    <message>
        <source>Saves the scenario</source>
        <translation>Speichert das Szenario</translation>
    </message>
    <message>
        <source>Save &amp;as…</source>
        <translation>Speichern &amp;unter…</translation>
    </message>
    <message>
        <source>Saves the scenario in another file</source>
        <translation>Speichert das Szenario in einer anderen Datei</translation>
    </message>
    <message>
        <source>&amp;Undo</source>
        <translation>&amp;Rückgängig</translation>
    </message>
    <message>
        <source>Takes the last edit back</source>
        <translation>Nimmt die letzte Änderung zurück</translation>
    </message>
    <message>
        <source>&amp;Redo</source>
        <translation>&amp;Wiederholen</translation>
    </message>
    <message>
        <source>Does it again</source>
        <translation>Stellt sie wieder her</translation>
    </message>
    <message>
        <source>Gallery an&amp;d commands…</source>
        <translation>Galerie un&amp;d Befehle…</translation>
    </message>
    <message>
        <source>Searches scenarios and everything the window can do</source>
        <translation>Sucht Szenarien und alles, was das Fenster kann</translation>
    </message>
    <message>
        <source>&amp;Find…</source>
        <translation>Su&amp;chen…</translation>
    </message>
    <message>
        <source>Finds in the timeline: #7, failed, attempt&gt;2, wait&gt;300ms, reason:token</source>
        <translation>Sucht in der Zeitleiste: #7, failed, attempt&gt;2, wait&gt;300ms, reason:token</translation>
    </message>
    <message>
        <source>Next match</source>
        <translation>Nächster Treffer</translation>
    </message>
    <message>
        <source>Goes to the next match</source>
        <translation>Geht zum nächsten Treffer</translation>
    </message>
    <message>
        <source>Previous match</source>
        <translation>Voriger Treffer</translation>
    </message>
    <message>
        <source>Goes to the match before</source>
        <translation>Geht zum vorigen Treffer</translation>
    </message>
    <message>
        <source>Com&amp;pare…</source>
        <translation>&amp;Vergleichen…</translation>
    </message>
    <message>
        <source>Compares with another pattern or other policies: the same requests and the same luck</source>
        <translation>Vergleicht mit einem anderen Muster oder anderen Regeln: dieselben Anfragen und derselbe Zufall</translation>
    </message>
    <message>
        <source>Keep the run before as a strip</source>
        <translation>Vorigen Lauf als Streifen behalten</translation>
    </message>
    <message>
        <source>Compares with the run before the last change, whose outlines are shown</source>
        <translation>Vergleicht mit dem Lauf vor der letzten Änderung, dessen Umrisse zu sehen sind</translation>
    </message>
    <message>
        <source>Next strip</source>
        <translation>Nächster Streifen</translation>
    </message>
    <message>
        <source>Chooses the next strip of a comparison</source>
        <translation>Wählt den nächsten Streifen eines Vergleichs</translation>
    </message>
    <message>
        <source>Previous strip</source>
        <translation>Voriger Streifen</translation>
    </message>
    <message>
        <source>Chooses the strip before</source>
        <translation>Wählt den Streifen davor</translation>
    </message>
    <message>
        <source>Rename the strip</source>
        <translation>Streifen umbenennen</translation>
    </message>
    <message>
        <source>Gives the chosen strip another name</source>
        <translation>Gibt dem gewählten Streifen einen anderen Namen</translation>
    </message>
    <message>
        <source>Make it the baseline</source>
        <translation>Zur Basis machen</translation>
    </message>
    <message>
        <source>Makes the chosen strip the baseline, with which the others are compared</source>
        <translation>Macht den gewählten Streifen zur Basis, mit der die anderen verglichen werden</translation>
    </message>
    <message>
        <source>Remove the strip</source>
        <translation>Streifen entfernen</translation>
    </message>
    <message>
        <source>Removes the chosen strip from the comparison</source>
        <translation>Entfernt den gewählten Streifen aus dem Vergleich</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>Details</translation>
    </message>
    <message>
        <source>Shows or hides the details of what is selected</source>
        <translation>Zeigt oder verbirgt die Details der Auswahl</translation>
    </message>
    <message>
        <source>Next region</source>
        <translation>Nächster Bereich</translation>
    </message>
    <message>
        <source>Puts the keys into the next part of the window</source>
        <translation>Setzt die Tasten in den nächsten Teil des Fensters</translation>
    </message>
    <message>
        <source>To the timeline</source>
        <translation>Zur Zeitleiste</translation>
    </message>
    <message>
        <source>Gives the keys back to the timeline</source>
        <translation>Gibt die Tasten an die Zeitleiste zurück</translation>
    </message>
    <message>
        <source>Outl&amp;ines of other runs</source>
        <translation>U&amp;mrisse anderer Läufe</translation>
    </message>
    <message>
        <source>Outlines the run before the last change and, while a number is dragged, how the run goes on</source>
        <translation>Zeigt als Umriss den Lauf vor der letzten Änderung und, während eine Zahl gezogen wird, wie der Lauf weitergeht</translation>
    </message>
    <message>
        <source>R&amp;equests share rows</source>
        <translation>&amp;Gemeinsame Zeilen</translation>
    </message>
    <message>
        <source>Lets requests share rows, each in the first that is free; more than 500 do so by themselves</source>
        <translation>Lässt Anfragen sich Zeilen teilen, jede in der ersten freien; mehr als 500 tun das von selbst</translation>
    </message>
    <message>
        <source>Fu&amp;ll screen</source>
        <translation>Vollbi&amp;ld</translation>
    </message>
    <message>
        <source>Shows the window on the whole screen</source>
        <translation>Zeigt das Fenster auf dem ganzen Bildschirm</translation>
    </message>
    <message>
        <source>&amp;Help and keys…</source>
        <translation>Hilfe und &amp;Tasten…</translation>
    </message>
    <message>
        <source>Lists all keys, and says what numbers and states mean</source>
        <translation>Zeigt alle Tasten und sagt, was Zahlen und Zustände bedeuten</translation>
    </message>
    <message>
        <source>As the &amp;system</source>
        <translation>Wie das &amp;System</translation>
    </message>
    <message>
        <source>Light or dark, as the system is</source>
        <translation>Hell oder dunkel, wie das System ist</translation>
    </message>
    <message>
        <source>&amp;Light</source>
        <translation>&amp;Hell</translation>
    </message>
    <message>
        <source>Light colours</source>
        <translation>Helle Farben</translation>
    </message>
    <message>
        <source>&amp;Dark</source>
        <translation>&amp;Dunkel</translation>
    </message>
    <message>
        <source>Dark colours</source>
        <translation>Dunkle Farben</translation>
    </message>
    <message>
        <source>&amp;Quit</source>
        <translation>&amp;Beenden</translation>
    </message>
    <message>
        <source>Closes the window</source>
        <translation>Schließt das Fenster</translation>
    </message>
    <message>
        <source>%1 (%2): %3</source>
        <translation>%1 (%2): %3</translation>
    </message>
</context>
<context>
    <name>playground::WordsControl</name>
    <message>
        <source>%1: %2</source>
        <translation>%1: %2</translation>
    </message>
</context>
</TS>

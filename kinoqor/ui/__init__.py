"""How a page looks: frame, components, signs, drawings, charts, the one font. Knows nothing of films.

A page: {% extends "ui/base.html" %} with the blocks title, description, alternates, head, body_class, band,
mast_class (`mast-sky` on the first page), ruler, main. What components are given is made of parts.py; drawings
come from drawing/, charts from chart.py. Each component says at its head how it is called:

    <div class="wrap"> ... </div>                          the width of the page; a title stands outside
    <c-title :title="said" ink="{{ year|ink }}" :line="texts" :others="others" :strip="three">slot</c-title>
    <c-head title="Films" lead="One sentence.">slot</c-head>                     head without a field
    <c-sec id="cast" label="" note="" sign="disagree" kind="text|whole">slot</c-sec>
    <c-facts :facts="facts" aside />                       parts.Fact
    <c-rows :rows="rows" big bare />                       parts.Row
    <c-voices :dispute="dispute" level="3" />              parts.Dispute of parts.Voice
    <c-credits :credits="credits" />                       parts.Credit
    <c-plate :plate="plate" />  <c-shelf :plates="plates" across="six|four" />   parts.Plate
    <c-century :of="century">h1, lead, search</c-century>  drawing.century; slots: key, table
    <c-chart finding="" counted="" source="" csv="" json="" :three="three">table</c-chart>
    <c-three :of="three" />                                a drawing for three widths of the window
    <c-dots :rows="rows" :axis="axis" />                   parts.Dots
    <c-table caption="" fold>thead, tbody</c-table>        number cells: <td class="n" data-k="Films">
    <c-sources :sources="sources" />                       parts.Source; small numbers lead to #s<number>
    <c-sign name="good">awarded</c-sign>  <c-said text="Қыз Жібек" lang="kk" />
    <c-search action="" q="" label="" hold="" suggest="" />  <c-pages :page="page" label="" />
    <c-facet name="kind" label="Kind" :choices="choices" :rest="rest" />         parts.Choice
    <c-picks label="Kind of event" :picks="picks" />       parts.Pick: links that narrow a list
    <c-empty title="">what to do next</c-empty>  <c-button href="" kind="second" reason="">words</c-button>
    <c-errors :form="form" />  <c-field :field="form.name" clause="" short />  <c-band>notice</c-band>

In loops use plain markup with {% load ui %}: {% sign "good" %}, {% said text lang %}, year|ink, title|size.
A text whose language may differ from the page's is a parts.Said(text, lang).
"""

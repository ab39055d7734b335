using System.Diagnostics;
using System.Globalization;
using CrmVoip.Bench;

namespace CrmVoip.LoadBench;

/// <summary>What people do besides opening the board, one request after the other; the organizations take turns at each.</summary>
public sealed class Pages(int requests)
{
    private const int WarmUp = 3;

    // What writes comes last: it changes what the others show.
    private static readonly (string Name, string Aim, Func<Visit, Task> Do)[] _pages =
    [
        ("the board", "–", v => v.CardsAsync("/oportunidades")),
        ("a deal", "–", v => v.GetAsync($"/oportunidades/{v.Deal.Id}", v.Deal.Contact)),
        ("its tab Ligações", "–", v => v.GetAsync($"/oportunidades/{v.Deal.Id}/ligacoes", "<")),
        ("its tab Histórico", "–", v => v.GetAsync($"/oportunidades/{v.Deal.Id}/historico", "Ligou para")),
        ("50 further cards of a stage", "–", v => v.CardsAsync($"/oportunidades/etapas/{v.Stage}/cartoes?depois=b0000100")),
        ("the board filtered by a title", "≤ 30", v => v.CardsAsync($"/oportunidades?texto={Uri.EscapeDataString(v.Deal.Title)}")),
        ("the board filtered by a first name", "≤ 30", v => v.CardsAsync($"/oportunidades?texto={Uri.EscapeDataString(v.Deal.Contact.Split(' ')[0])}")),
        ("the board filtered by owner", "≤ 30", v => v.CardsAsync($"/oportunidades?responsavel={v.Scene.Colleague}")),
        ("the palette, by a name", "≤ 20", v => v.FindAsync(v.Deal.Contact)),
        ("the palette, by a first name", "≤ 20", v => v.FindAsync(v.Deal.Contact.Split(' ')[0])),
        ("the palette, by a telephone", "≤ 20", v => v.FindAsync(v.Deal.Phone[3..])),
        ("the palette, by 6 digits of one", "≤ 20", v => v.FindAsync(v.Deal.Phone[3..9])),
        ("the form of a new deal", "–", v => v.GetAsync("/oportunidades/criar", "name=\"Titulo\"")),
        ("the board as a list", "–", v => v.GetAsync("/oportunidades/lista", "lista__titulo")),
        ("its list, the highest value first", "–", v => v.GetAsync("/oportunidades/lista?ordem=valor", "lista__titulo")),
        ("/hoje", "–", v => v.GetAsync("/hoje", "tarefa__caixa")),
        ("/tarefas", "–", v => v.GetAsync("/tarefas", "tarefa__caixa")),
        ("/contatos", "–", v => v.GetAsync("/contatos", "contatos__nome")),
        ("/contatos, searched by a name", "–", v => v.GetAsync($"/contatos?texto={Uri.EscapeDataString(v.Deal.Contact)}", "contatos__nome")),
        ("a contact", "–", v => v.GetAsync($"/contatos/{v.Deal.ContactId}", v.Deal.Contact)),
        ("/ligacoes of a month", "–", v => v.GetAsync("/ligacoes?Periodo=mes", "data-ligar")),
        ("/auditoria", "–", v => v.GetAsync("/auditoria", "Ligou")),
        ("/membros", "–", v => v.GetAsync("/membros", "pessoa1@")),
        ("a card moved to the next stage", "–", v => v.MoveAsync()),
        ("its next step edited in place", "–", v => v.EditAsync()),
        ("the note of its call saved", "–", v => v.NoteAsync()),
        ("a fact of its call", "–", v => v.FactAsync()),
    ];

    public async Task<string> MeasureAsync(IReadOnlyList<(Scene Scene, Browser Browser)> organizations)
    {
        var rows = new List<string>();
        foreach (var (name, aim, page) in _pages)
        {
            var times = organizations.Select(_ => new List<double>()).ToArray();
            for (var i = 0; i < WarmUp + requests; i++)
            {
                foreach (var (index, (scene, browser)) in organizations.Index())
                {
                    var asked = Stopwatch.GetTimestamp();
                    await page(new Visit(browser, scene, i));
                    if (i >= WarmUp)
                    {
                        times[index].Add(Stopwatch.GetElapsedTime(asked).TotalMilliseconds);
                    }
                }
            }

            rows.Add(Row(name, [.. times.Select(t => t.Order().ToArray())], aim));
        }

        var head = string.Concat(organizations.Select(o => string.Create(CultureInfo.InvariantCulture, $" | {o.Scene.Size:N0} deals: p50 ms | p95")));
        var ratio = string.Create(CultureInfo.InvariantCulture, $"{organizations[^1].Scene.Size:N0} over {organizations[0].Scene.Size:N0}");
        return MeasuredSection.Table("One request after the other", $"the product's{head} | {ratio} | aim, p50 ms", rows);
    }

    private static string Row(string name, double[][] sorted, string aim)
    {
        var halves = Array.ConvertAll(sorted, t => Times.At(t, 0.5));
        var cells = string.Concat(sorted.Select(t => string.Create(CultureInfo.InvariantCulture, $" | {Times.At(t, 0.5):F1} | {Times.At(t, 0.95):F1}")));
        return string.Create(CultureInfo.InvariantCulture, $"{name}{cells} | {halves[^1] / halves[0]:F2} × | {aim}");
    }
}

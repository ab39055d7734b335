namespace CrmVoip.LoadBench;

/// <summary>One request of somebody in an organization. An answer without what was asked for ends the run.</summary>
/// <param name="Browser">Signed in.</param>
/// <param name="Scene">The organization.</param>
/// <param name="Number">Of the request: each is about another deal.</param>
public sealed record Visit(Browser Browser, Scene Scene, int Number)
{
    public Deal Deal => Scene.Deals[Number % Scene.Deals.Count];

    public Guid Stage => Scene.Stages[Number % Scene.Stages.Count];

    public async Task GetAsync(string path, string expected) => Expect(await Browser.GetAsync(path), expected, path);

    public Task CardsAsync(string path) => GetAsync(path, "<article class=cartao ");

    public Task FindAsync(string words) => GetAsync($"/busca?q={Uri.EscapeDataString(words)}", "data-abrir=");

    public async Task MoveAsync()
    {
        var at = Scene.Stages.Index().First(s => s.Item == Deal.Stage).Index;
        var next = Scene.Stages[(at + 1) % Scene.Stages.Count];
        var answer = await Browser.PostAsync($"/oportunidades/{Deal.Id}/posicao", new { etapaId = next, etapaVista = Deal.Stage });
        Expect(answer, "\"totais\"", "the move");
    }

    public async Task EditAsync()
    {
        var fields = new Dictionary<string, string>
        {
            ["Titulo"] = Deal.Title,
            ["Valor"] = "1.000,00",
            ["ResponsavelId"] = Scene.Person.ToString(),
            ["ProximoPasso"] = $"Passo {Number}",
            ["Antes[ProximoPasso]"] = Deal.NextStep ?? "",
        };
        Expect(await Browser.PostFormAsync($"/oportunidades/{Deal.Id}/resumo", fields), "<", "the edit");
    }

    public async Task NoteAsync() => Expect(
        await Browser.PutAsync($"/ligacoes/{Deal.Call}/notas", new { notas = $"Nota {Number}", resultadoId = (Guid?)null, versao = 10 + Number }), "salvoEm", "the note");

    public async Task FactAsync()
    {
        var fact = new { id = Guid.CreateVersion7(), tipo = "encerrada", em = DateTimeOffset.UtcNow, dados = new { causa = "normal" } };
        Expect(await Browser.PostAsync($"/ligacoes/{Deal.Call}/eventos", new { eventos = new[] { fact }, agora = fact.em }), $"{fact.id}", "the fact");
    }

    private void Expect(string answer, string expected, string what)
    {
        if (!answer.Contains(expected, StringComparison.Ordinal))
        {
            throw new WrongAnswerException($"{what} of {Scene.Slug} answered without {expected}.");
        }
    }
}

using Npgsql;

namespace CrmVoip.Limit;

/// <summary>What the product's board says, in the elements it says it in; without the frame around it.</summary>
public sealed class BoardPage(Page page, Dictionary<Guid, string> names, DateTimeOffset now)
{
    private readonly Words _words = new(page, now);

    public void Begin(List<Stage> stages)
    {
        page.Raw("<!doctype html><html lang=\"pt-BR\"><head><meta charset=\"utf-8\"><title>Funil de vendas</title><link rel=\"stylesheet\" href=\"/app.css\"><script type=\"module\" src=\"/app.js\"></script></head><body><main><h1>Funil de vendas</h1><p>"u8)
            .Number(stages.Sum(s => s.Count)).Raw(" abertas · "u8);
        _words.Money(stages.Sum(s => s.Sum));
        page.Raw("</p><div class=\"quadro\">"u8);
    }

    public void Open(Stage stage)
    {
        page.Raw("<section class=\"coluna\" data-etapa=\""u8).Id(stage.Id).Raw("\"><header class=\"coluna__topo\"><h2 class=\"coluna__titulo\">"u8).Text(stage.Name)
            .Raw("</h2><span class=\"coluna__quantidade\">"u8).Number(stage.Count).Raw("</span><span class=\"coluna__soma\">"u8);
        _words.Money(stage.Sum);
        page.Raw("</span></header><div class=\"coluna__cartoes\">"u8);
    }

    public void Close() => page.Raw("</div></section>"u8);

    public void End() => page.Raw("</div></main></body></html>"u8);

    public void Write(NpgsqlDataReader card)
    {
        page.Raw("<article class=cartao data-posicao="u8).Text(card.GetString(4)).Raw("><h3><a href=oportunidades/"u8).Id(card.GetGuid(1)).Raw(">"u8).Text(card.GetString(2))
            .Raw("</a></h3><p>"u8).Text(card.GetString(10));
        if (!card.IsDBNull(11))
        {
            page.Raw(" · "u8).Text(card.GetString(11));
        }

        page.Raw("</p>"u8);
        if (!card.IsDBNull(12))
        {
            page.Raw("<button class=ligar data-ligar="u8).Text(card.GetString(12)).Raw(">"u8).Text(card.GetString(10)).Raw("</button>"u8);
        }

        NextStep(card);
        LastCall(card);
        Foot(card);
    }

    private void NextStep(NpgsqlDataReader card)
    {
        var (step, day) = (card.IsDBNull(7) ? null : card.GetString(7), card.IsDBNull(8) ? (DateOnly?)null : card.GetFieldValue<DateOnly>(8));
        if (step is null && day is null)
        {
            return;
        }

        page.Raw("<p data-prazo=\""u8);
        if (day is { } due)
        {
            _words.Due(due);
        }

        page.Raw("\">"u8);
        if (day is { } deadline)
        {
            _words.Deadline(deadline);
            page.Raw(step is null ? ""u8 : " · "u8);
        }

        page.Text(step).Raw("</p>"u8);
    }

    private void LastCall(NpgsqlDataReader card)
    {
        if (card.IsDBNull(13))
        {
            return;
        }

        var (status, outgoing) = (card.GetString(14), card.GetString(15) == "saida");
        var answered = status == "atendida";
        page.Raw("<p data-ligacao="u8)
            .Raw(outgoing ? answered ? "feita"u8 : "tentada"u8 : answered ? "recebida"u8 : "perdida"u8)
            .Raw("><span>"u8).Text(Outcome(card, status, outgoing, answered)).Raw("</span> · "u8);
        _words.Ago(card.GetDateTime(13));
        page.Raw("</p>"u8);
    }

    private static string Outcome(NpgsqlDataReader card, string status, bool outgoing, bool answered) =>
        !card.IsDBNull(16) ? card.GetString(16)
        : outgoing ? Words.Status(status)
        : answered ? "Ligou e foi atendido" : "Ligou e não foi atendido";

    private void Foot(NpgsqlDataReader card)
    {
        var owner = names.GetValueOrDefault(card.GetGuid(6), "");
        page.Raw("<p><b>"u8);
        _words.Money(card.GetDecimal(3));
        page.Raw("</b><span>"u8);
        _words.DaysSince(card.GetDateTime(5));
        page.Raw("</span><i data-sigla="u8).Text(owner.AsSpan(0, Math.Min(1, owner.Length))).Raw(">"u8).Text(owner).Raw("</i></p></article>"u8);
    }
}

using CrmVoip.Data;
using CrmVoip.Domain.Ligacoes;
using CrmVoip.Web;
using Microsoft.AspNetCore.Mvc.Rendering;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Telefonia.Ligacoes;

/// <summary>The form on screen. Endereco: where it is sent, inside the organization.</summary>
public sealed record TelaDaLigacaoAMao(string Endereco, LigacaoAMaoForm Form, IReadOnlyList<SelectListItem> Numeros, IReadOnlyList<SelectListItem> Resultados)
{
    public static IReadOnlyList<SelectListItem> Sentidos { get; } =
        [new("Feita", nameof(DirecaoDaLigacao.Saida)), new("Recebida", nameof(DirecaoDaLigacao.Entrada))];

    public static IReadOnlyList<SelectListItem> Atendidas { get; } = [new("Sim", "true"), new("Não", "false")];
}

public static class TelaDaLigacaoAMaoConsultas
{
    /// <summary>Null: there is no such deal or contact here.</summary>
    /// <param name="db">The organization's.</param>
    /// <param name="assunto">What the call was about.</param>
    /// <param name="form">As it was typed; null where it is opened.</param>
    /// <param name="agora">What the clocks on the organization's walls show.</param>
    /// <param name="ct">Ends the work.</param>
    public static async Task<TelaDaLigacaoAMao?> LigacaoAMaoAsync(
        this CrmDbContext db, AssuntoDaLigacao assunto, LigacaoAMaoForm? form, DateTimeOffset agora, CancellationToken ct)
    {
        var contatos = assunto.OportunidadeId is { } oportunidadeId
            ? db.Oportunidades.Where(o => o.Id == oportunidadeId).Select(o => o.Contato!)
            : db.Contatos.Where(c => c.Id == assunto.ContatoId);
        if (await contatos.Select(c => new { c.Id, c.Telefone }).SingleOrDefaultAsync(ct) is not { } contato)
        {
            return null;
        }

        var telefones = await db.TelefonesDoContato.Where(t => t.ContatoId == contato.Id && t.Numero != null)
            .OrderByDescending(t => t.Principal).ThenBy(t => t.Ordem)
            .Select(t => t.Numero!)
            .ToListAsync(ct);
        List<SelectListItem> numeros =
        [
            .. telefones.Append(contato.Telefone).OfType<string>().Distinct().Select(n => new SelectListItem(Formato.Telefone(n), n)),
            new("Outro número", LigacaoAMaoForm.Outro),
        ];
        var resultados = await db.ResultadosDeLigacao.Where(r => r.Ativo).OrderBy(r => r.Ordem).Select(r => new SelectListItem(r.Nome, r.Id.ToString())).ToListAsync(ct);
        return new TelaDaLigacaoAMao(
            assunto.Endereco + "/registrar",
            form ?? Nova(contato.Telefone ?? numeros[0].Value, agora),
            numeros,
            [new("Sem resultado", ""), .. resultados]);
    }

    private static LigacaoAMaoForm Nova(string numero, DateTimeOffset agora) => new()
    {
        NumeroEscolhido = numero,
        Dia = DiaLocal.ParaCampo(DateOnly.FromDateTime(agora.DateTime)),
        Hora = HoraDigitada.Texto(TimeOnly.FromDateTime(agora.DateTime)),
        Atendida = true,
    };
}

using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Features.Vendas.Contatos;
using CrmVoip.Features.Vendas.Quadros;
using CrmVoip.Tenancy;
using CrmVoip.Web.Planilhas;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Exportacao;

public sealed record LinhaDoContato(LugarDoContato Lugar, string Nome, string? Empresa, string? Email, string? Telefone, string? TelefoneTexto, DateTimeOffset CriadoEm)
{
    public int Abertas { get; init; }

    public UltimaLigacao? UltimaLigacao { get; init; }

    /// <summary>The main one first; none where their rows are still to be made.</summary>
    public IReadOnlyList<TelefoneDoContato> Telefones { get; init; } = [];

    /// <summary>What a call goes to; else what was typed and is no telephone.</summary>
    public string? Discado => Telefone ?? (Telefones.Count == 0 ? TelefoneTexto : Telefones.FirstOrDefault(t => t is { Numero: null, Errado: false, NaoLigar: false })?.Texto);

    public IEnumerable<string> Outros => Telefones.Where(t => t is { Errado: false, NaoLigar: false }).Select(Escrito).Where(t => t != Discado);

    public IEnumerable<string> NaoLigar => Telefones.Where(t => t.NaoLigar).Select(Escrito);

    public IEnumerable<string> Errados => Telefones.Where(t => t is { Errado: true, NaoLigar: false }).Select(Escrito);

    private static string Escrito(TelefoneDoContato telefone) => telefone.Numero ?? telefone.Texto;
}

/// <summary>The contacts that the list's filter shows, in its order.</summary>
public sealed class ContatosEmPlanilha(CrmDbContext db, OrganizacaoAtual atual)
{
    public ListaParaPlanilha<LinhaDoContato> Preparar(FiltroDosContatos filtro)
    {
        var fuso = atual.Exigido.FusoHorario;
        return new ListaParaPlanilha<LinhaDoContato>(
            "contatos",
            filtro.TextoLimpo is { } texto ? $"“{texto}”" : null,
            [
                new("Nome", c => Celula.De(c.Nome)),
                new("Empresa", c => Celula.De(c.Empresa)),
                new("Telefone", c => Celula.Telefone(c.Discado)),
                new("Outros telefones", c => Celula.Telefones(c.Outros)),
                new("Não ligar", c => Celula.Telefones(c.NaoLigar)),
                new("Telefones errados", c => Celula.Telefones(c.Errados)),
                new("E-mail", c => Celula.De(c.Email)),
                new("Oportunidades abertas", c => Celula.Inteiro(c.Abertas)),
                new("Última ligação", c => Celula.Momento(c.UltimaLigacao?.InicioEm, fuso)),
                new("Resultado da última ligação", c => Celula.De(c.UltimaLigacao?.Texto)),
                new("Criado em", c => Celula.Momento(c.CriadoEm, fuso)),
            ],
            async ct => await (await db.ContatosDaPesquisaAsync(filtro.Pesquisa, ct)).CountAsync(ct),
            ct => db.EmPartesAsync<LinhaDoContato>(ultima => ParteAsync(filtro, ultima?.Lugar, ct), ct));
    }

    private async Task<List<LinhaDoContato>> ParteAsync(FiltroDosContatos filtro, LugarDoContato? depois, CancellationToken ct)
    {
        var contatos = (await db.ContatosDaPesquisaAsync(filtro.Pesquisa, ct)).EmOrdem(filtro.Ordem, depois).Take(ExportarLista.LinhasPorVez);
        var contadas = db.Ligacoes.Contadas();
        var linhas = await contatos
            .Select(c => new LinhaDoContato(new LugarDoContato(c.Ordem, c.Id), c.Nome, c.Empresa, c.Email, c.Telefone, c.TelefoneTexto, c.CriadoEm)
            {
                Abertas = db.Oportunidades.Count(o => o.ContatoId == c.Id && o.Situacao == SituacaoDaOportunidade.Aberta),
                UltimaLigacao = contadas
                    .Where(l => l.ContatoId == c.Id && l.Id != c.Id)
                    .OrderByDescending(l => l.InicioEm)
                    .Select(l => new UltimaLigacao(l.InicioEm, l.Status, l.Direcao, l.Resultado!.Nome))
                    .FirstOrDefault(),
            })
            .ToListAsync(ct);
        Guid[] ids = [.. linhas.Select(l => l.Lugar.Id)];
        var telefones = (await db.TelefonesDoContato.AsNoTracking().Where(t => ids.Contains(t.ContatoId)).ToListAsync(ct))
            .OrderByDescending(t => t.Principal).ThenBy(t => t.Ordem).ToLookup(t => t.ContatoId);
        return linhas.ConvertAll(l => l with { Telefones = [.. telefones[l.Lugar.Id]] });
    }
}

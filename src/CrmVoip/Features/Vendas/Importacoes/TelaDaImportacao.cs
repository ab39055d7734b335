using CrmVoip.Data;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Web;
using Microsoft.EntityFrameworkCore;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>A row as its import reads it, with what became of it.</summary>
public sealed record LinhaMostrada(LinhaDaImportacao Linha, LinhaInterpretada Lida, string? Contato)
{
    /// <summary>As they were read; what was no telephone, as it was written.</summary>
    public IEnumerable<string> Telefones => Lida.Contato.Numeros.Count > 0 ? Lida.Contato.Numeros.Select(n => n.ComRamal) : Lida.TelefonesIlegiveis;

    public string? ErroDe(CampoDaImportacao campo) => Linha.Destino == DestinoDaLinha.Recusada ? Lida.Erros.FirstOrDefault(e => e.Campo == campo)?.Mensagem : null;
}

/// <summary>An import, and some of its rows. Depois: the number of the last one shown, where there are more.</summary>
public sealed record TelaDaImportacao(Importacao Importacao, string Quem, IReadOnlyList<LinhaMostrada> Linhas, DestinoDaLinha? Destino, int? Depois)
{
    public const int PorPagina = 50;
}

/// <summary>An import whose columns are to be said: the first rows that have something in them show what they are about.</summary>
public sealed record TelaDasColunas(Importacao Importacao, ColunasForm Form, IReadOnlyList<string[]> Amostra)
{
    public const int Linhas = 3;

    public string Exemplos(int coluna) => string.Join(" · ", Amostra.Select(l => l.ElementAtOrDefault(coluna)).Where(c => !string.IsNullOrEmpty(c)));
}

public static class TelasDaImportacao
{
    public static Task<Importacao?> ImportacaoAsync(this CrmDbContext db, Guid id, CancellationToken ct) =>
        db.Importacoes.AsNoTracking().Include(i => i.Usuario).SingleOrDefaultAsync(i => i.Id == id, ct);

    public static async Task<TelaDaImportacao> TelaAsync(this CrmDbContext db, Importacao importacao, DestinoDaLinha? destino, int? depois, CancellationToken ct)
    {
        var quem = importacao.Usuario!.Nome;
        if (importacao.EmCurso)
        {
            return new TelaDaImportacao(importacao, quem, [], destino, null);
        }

        var apos = Math.Max(depois ?? 0, importacao.PrimeiraDeDados - 1);
        var linhas = db.LinhasDe(importacao).AsNoTracking().Where(l => l.Numero > apos);
        var lidas = await (destino is { } so ? linhas.Where(l => l.Destino == so) : linhas).OrderBy(l => l.Numero).Take(TelaDaImportacao.PorPagina + 1).ToListAsync(ct);
        var mostradas = lidas.Take(TelaDaImportacao.PorPagina).ToList();
        Guid[] ids = [.. mostradas.Select(l => l.ContatoId).OfType<Guid>()];
        var nomes = await db.Contatos.Where(c => ids.Contains(c.Id)).ToDictionaryAsync(c => c.Id, c => c.Nome, ct);
        var interpretar = new InterpretarLinha(importacao);
        return new TelaDaImportacao(
            importacao,
            quem,
            mostradas.ConvertAll(l => new LinhaMostrada(l, interpretar.Ler(l.Celulas), nomes.GetValueOrDefault(l.ContatoId ?? Guid.Empty))),
            destino,
            lidas.Count > mostradas.Count ? mostradas[^1].Numero : null);
    }

    public static async Task<TelaDasColunas> ColunasAsync(this CrmDbContext db, Importacao importacao, ColunasForm form, CancellationToken ct) => new(
        importacao,
        form,
        await db.LinhasDe(importacao).Where(l => l.Numero >= importacao.PrimeiraDeDados).OrderBy(l => l.Numero).Take(TelaDasColunas.Linhas).Select(l => l.Celulas).ToListAsync(ct));
}

/// <summary>Where an import stands, in words.</summary>
public static class FrasesDaImportacao
{
    public static string Estado(Importacao importacao) => importacao.Estado switch
    {
        EstadoDaImportacao.Rascunho => "Falta dizer as colunas",
        EstadoDaImportacao.Analisando => "Conferindo",
        EstadoDaImportacao.Analisada => "Pronta para importar",
        EstadoDaImportacao.Importando => "Importando",
        EstadoDaImportacao.Concluida => "Concluída",
        EstadoDaImportacao.Desfazendo => "Desfazendo",
        _ => "Desfeita",
    };

    public static string Destino(DestinoDaLinha destino) => destino switch
    {
        DestinoDaLinha.Nova => "Contato novo",
        DestinoDaLinha.Repetida => "Já existe",
        DestinoDaLinha.Recusada => "Com erro",
        DestinoDaLinha.Criada => "Criado",
        DestinoDaLinha.Completada => "Completado",
        DestinoDaLinha.Pulada => "Pulado",
        DestinoDaLinha.Desfeita => "Removido",
        DestinoDaLinha.Mantida => "Mantido",
        _ => "",
    };

    /// <summary>What the counts of a phase are called, and which rows they count.</summary>
    public static IReadOnlyList<(string Nome, int Quantas, DestinoDaLinha Destino)> Numeros(Importacao importacao) => importacao.Estado switch
    {
        EstadoDaImportacao.Analisada =>
        [
            ("Contatos novos", importacao.Novas, DestinoDaLinha.Nova), ("Já existem", importacao.Repetidas, DestinoDaLinha.Repetida), ("Com erro", importacao.Recusadas, DestinoDaLinha.Recusada),
        ],
        EstadoDaImportacao.Desfeita =>
        [
            ("Removidos", importacao.Desfeitas, DestinoDaLinha.Desfeita), ("Mantidos", importacao.Mantidas, DestinoDaLinha.Mantida), ("Completados", importacao.Completadas, DestinoDaLinha.Completada),
        ],
        _ =>
        [
            ("Criados", importacao.Criadas, DestinoDaLinha.Criada), ("Completados", importacao.Completadas, DestinoDaLinha.Completada),
            ("Pulados", importacao.Puladas, DestinoDaLinha.Pulada), ("Com erro", importacao.Recusadas, DestinoDaLinha.Recusada),
        ],
    };

    public static string Contatos(int quantos) => quantos == 1 ? "1 contato" : $"{Formato.Inteiro(quantos)} contatos";
}

using CrmVoip.Data;
using CrmVoip.Domain;
using CrmVoip.Domain.Importacoes;
using CrmVoip.Features.Vendas.Contatos;

namespace CrmVoip.Features.Vendas.Importacoes;

/// <summary>Some rows of an import. Who has their telephones and e-mails is asked anew: much may have happened since they were looked at.</summary>
public sealed class ImportarParte(CrmDbContext db, CriarContato criar, CompletarContato completar)
{
    public async Task ExecutarAsync(Importacao importacao, List<LinhaDaImportacao> linhas, CancellationToken ct)
    {
        var interpretar = new InterpretarLinha(importacao);
        var lidas = linhas.ConvertAll(l => interpretar.Ler(l.Celulas));
        var donos = await db.DonosAsync(lidas, ct);
        var feitos = new List<(LinhaDaImportacao Linha, Contato Contato)>();
        var porChave = new Dictionary<string, int>(StringComparer.Ordinal);
        var aCompletar = new List<(LinhaDaImportacao Linha, LinhaInterpretada Lida, Guid ContatoId)>();
        foreach (var (linha, lida) in linhas.Zip(lidas))
        {
            if (lida.Erros.Count > 0)
            {
                linha.Recusar(lida.Motivo);
            }
            else if (importacao.Repetida != LinhaRepetida.Criar && donos.DonoDe(lida) is { } dono)
            {
                Repetir(importacao, linha, lida, dono, aCompletar);
            }
            else if (importacao.Repetida != LinhaRepetida.Criar && porChave.DonoDe(lida) is { } qual)
            {
                RepetirNoArquivo(importacao, linha, lida, feitos[qual]);
            }
            else
            {
                feitos.Add((linha, criar.Fazer(lida.Contato)));
                lida.Chaves.ToList().ForEach(chave => porChave.TryAdd(chave, feitos.Count - 1));
            }
        }

        await completar.ExecutarAsync(importacao, aCompletar, ct);
        await criar.IncluirAsync([.. feitos.Select(f => f.Contato)], ct);
        await db.SaveChangesAsync(ct);
        feitos.ForEach(f => f.Linha.Criar(f.Contato));
        Contar(importacao, linhas);
    }

    private static void Repetir(
        Importacao importacao, LinhaDaImportacao linha, LinhaInterpretada lida, Guid dono, List<(LinhaDaImportacao Linha, LinhaInterpretada Lida, Guid ContatoId)> aCompletar)
    {
        if (importacao.Repetida == LinhaRepetida.Pular)
        {
            linha.Pular(dono, null);
        }
        else
        {
            aCompletar.Add((linha, lida, dono));
        }
    }

    private static void RepetirNoArquivo(Importacao importacao, LinhaDaImportacao linha, LinhaInterpretada lida, (LinhaDaImportacao Linha, Contato Contato) feito)
    {
        if (importacao.Repetida == LinhaRepetida.Pular)
        {
            linha.Pular(feito.Contato.Id, $"Repete a linha {feito.Linha.Numero}.");
        }
        else
        {
            CompletarContato.OQueFalta(feito.Contato, lida.Contato);
            linha.Completar(feito.Contato.Id);
        }
    }

    private static void Contar(Importacao importacao, List<LinhaDaImportacao> linhas)
    {
        var destinos = linhas.CountBy(l => l.Destino).ToDictionary();
        importacao.Importou(
            linhas[^1].Numero,
            destinos.GetValueOrDefault(DestinoDaLinha.Criada),
            destinos.GetValueOrDefault(DestinoDaLinha.Completada),
            destinos.GetValueOrDefault(DestinoDaLinha.Pulada),
            destinos.GetValueOrDefault(DestinoDaLinha.Recusada));
    }
}

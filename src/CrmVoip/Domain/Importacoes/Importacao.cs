namespace CrmVoip.Domain.Importacoes;

public enum EstadoDaImportacao
{
    /// <summary>The rows are read; what the columns mean is still to be said.</summary>
    Rascunho,

    Analisando,

    /// <summary>Each row has its fate; nothing is made yet.</summary>
    Analisada,

    Importando,

    Concluida,

    Desfazendo,

    Desfeita,
}

public enum OrigemDaImportacao
{
    Texto,
    Csv,
    Xlsx,
}

/// <summary>What becomes of a row whose telephone or e-mail a contact has already.</summary>
public enum LinhaRepetida
{
    Pular,

    /// <summary>The contact gets what it lacks; what it has stays.</summary>
    Completar,

    Criar,
}

/// <summary>
/// A spreadsheet that becomes contacts. Feitas is the number of the last row that was dealt with, in the phase it is in: who
/// goes on after a kill begins there, and nothing is made twice.
/// </summary>
public sealed class Importacao(Guid organizacaoId, Guid usuarioId, string nome, OrigemDaImportacao origem) : Entidade(organizacaoId)
{
    public const int NomeMaximo = 200;
    public const int LinhasMaximo = 100_000;
    public const int ColunasMaximo = 60;
    public const int CelulaMaximo = 4_000;

    /// <summary>For so long its rows are kept: what was refused can be mended, and the whole taken back.</summary>
    public static readonly TimeSpan LinhasPor = TimeSpan.FromDays(30);

    public Guid UsuarioId { get; private init; } = usuarioId;

    public Membro? Usuario { get; private init; }

    public string Nome { get; private init; } = nome;

    public OrigemDaImportacao Origem { get; private init; } = origem;

    public EstadoDaImportacao Estado { get; private set; } = EstadoDaImportacao.Rascunho;

    /// <summary>The first row of the file, whether it has titles or not.</summary>
    public string[] Primeira { get; private set; } = [];

    public bool TemTitulos { get; private set; }

    /// <summary>What each column means, by the names of <see cref="CampoDaImportacao"/>.</summary>
    public string[] Colunas { get; private set; } = [];

    public LinhaRepetida Repetida { get; private set; }

    /// <summary>Mobile numbers of before 2016 get the digit they lack.</summary>
    public bool NonoDigito { get; private set; }

    /// <summary>Number of the last row, as a spreadsheet counts them.</summary>
    public int Ultima { get; private set; }

    /// <summary>Rows that have something in them, the titles apart.</summary>
    public int Linhas { get; private set; }

    /// <summary>Number of the row that may hold the titles: empty ones may stand before it.</summary>
    public int PrimeiraLinha { get; private set; }

    public int Feitas { get; private set; }

    public int Novas { get; private set; }

    public int Repetidas { get; private set; }

    public int Recusadas { get; private set; }

    public int Criadas { get; private set; }

    public int Completadas { get; private set; }

    public int Puladas { get; private set; }

    public int Desfeitas { get; private set; }

    public int Mantidas { get; private set; }

    /// <summary>Who wanted it taken back.</summary>
    public Guid? DesfeitaPorId { get; private set; }

    public DateTimeOffset CriadaEm { get; private init; } = DateTimeOffset.UtcNow;

    public DateTimeOffset? TerminadaEm { get; private set; }

    /// <summary>Since when its rows are gone; null while they are there.</summary>
    public DateTimeOffset? LinhasApagadasEm { get; private set; }

    public bool EmCurso => Estado is EstadoDaImportacao.Analisando or EstadoDaImportacao.Importando or EstadoDaImportacao.Desfazendo;

    /// <summary>Nothing was made of it so far.</summary>
    public bool EmPreparo => Estado is EstadoDaImportacao.Rascunho or EstadoDaImportacao.Analisada;

    public bool PodeDesfazer => Estado == EstadoDaImportacao.Concluida && Criadas > 0 && LinhasApagadasEm is null;

    /// <summary>Number of the first row that is no title.</summary>
    public int PrimeiraDeDados => TemTitulos ? PrimeiraLinha + 1 : 1;

    /// <summary>0 to 100.</summary>
    public int Andamento => Ultima == 0 ? 0 : (int)(100L * Feitas / Ultima);

    public void Receber(IReadOnlyList<string> primeira, bool temTitulos, IReadOnlyList<CampoDaImportacao> colunas, int linhas, (int Primeira, int Ultima) numeros)
    {
        (Primeira, TemTitulos, Linhas) = ([.. primeira], temTitulos, linhas - (temTitulos ? 1 : 0));
        (PrimeiraLinha, Ultima) = numeros;
        Colunas = [.. colunas.Select(c => c.ToString())];
    }

    public void Analisar(IReadOnlyList<CampoDaImportacao> colunas, bool temTitulos, LinhaRepetida repetida, bool nonoDigito)
    {
        Exigir(EmPreparo);
        Linhas += (TemTitulos ? 1 : 0) - (temTitulos ? 1 : 0);
        (TemTitulos, Repetida, NonoDigito) = (temTitulos, repetida, nonoDigito);
        Colunas = [.. colunas.Select(c => c.ToString())];
        Comecar(EstadoDaImportacao.Analisando);
    }

    /// <summary>From the first row again: what was counted before a kill does not count.</summary>
    public void RecomecarAnalise() => (Feitas, Novas, Repetidas, Recusadas) = (0, 0, 0, 0);

    public void Analisou(int ate, int novas, int repetidas, int recusadas)
    {
        Feitas = ate;
        Novas += novas;
        Repetidas += repetidas;
        Recusadas += recusadas;
    }

    public void TerminarAnalise() => Estado = EstadoDaImportacao.Analisada;

    public void Importar()
    {
        Exigir(Estado == EstadoDaImportacao.Analisada);
        Recusadas = 0;
        Comecar(EstadoDaImportacao.Importando);
    }

    public void Importou(int ate, int criadas, int completadas, int puladas, int recusadas)
    {
        Feitas = ate;
        Criadas += criadas;
        Completadas += completadas;
        Puladas += puladas;
        Recusadas += recusadas;
    }

    public void Concluir(DateTimeOffset agora) => (Estado, TerminadaEm) = (EstadoDaImportacao.Concluida, agora);

    public void Desfazer(Guid usuarioId)
    {
        Exigir(PodeDesfazer);
        DesfeitaPorId = usuarioId;
        Comecar(EstadoDaImportacao.Desfazendo);
    }

    public void Desfez(int ate, int desfeitas, int mantidas)
    {
        Feitas = ate;
        Desfeitas += desfeitas;
        Mantidas += mantidas;
    }

    public void TerminarDeDesfazer() => Estado = EstadoDaImportacao.Desfeita;

    public void PerderLinhas(DateTimeOffset agora) => LinhasApagadasEm = agora;

    private void Comecar(EstadoDaImportacao fase) => (Estado, Feitas) = (fase, 0);

    private static void Exigir(bool pode)
    {
        if (!pode)
        {
            throw new RegraVioladaException("Esta importação mudou de etapa. Atualize a página e tente de novo.");
        }
    }
}

using System;
using CrmVoip.Tenancy;
using Microsoft.EntityFrameworkCore.Migrations;

#nullable disable

namespace CrmVoip.Data.Migrations.Crm
{
    /// <summary>Imports of spreadsheets and their rows; contacts are found by their e-mail.</summary>
    public partial class Importacoes : Migration
    {
        protected override void Up(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.AddColumn<string>(
                name: "email_minusculo",
                table: "contatos",
                type: "character varying(254)",
                maxLength: 254,
                nullable: true,
                computedColumnSql: "lower(email)",
                stored: true);

            migrationBuilder.CreateTable(
                name: "importacoes",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    usuario_id = table.Column<Guid>(type: "uuid", nullable: false),
                    nome = table.Column<string>(type: "character varying(200)", maxLength: 200, nullable: false),
                    origem = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    estado = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    primeira = table.Column<string[]>(type: "text[]", nullable: false),
                    tem_titulos = table.Column<bool>(type: "boolean", nullable: false),
                    colunas = table.Column<string[]>(type: "text[]", nullable: false),
                    repetida = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    nono_digito = table.Column<bool>(type: "boolean", nullable: false),
                    ultima = table.Column<int>(type: "integer", nullable: false),
                    linhas = table.Column<int>(type: "integer", nullable: false),
                    primeira_linha = table.Column<int>(type: "integer", nullable: false),
                    feitas = table.Column<int>(type: "integer", nullable: false),
                    novas = table.Column<int>(type: "integer", nullable: false),
                    repetidas = table.Column<int>(type: "integer", nullable: false),
                    recusadas = table.Column<int>(type: "integer", nullable: false),
                    criadas = table.Column<int>(type: "integer", nullable: false),
                    completadas = table.Column<int>(type: "integer", nullable: false),
                    puladas = table.Column<int>(type: "integer", nullable: false),
                    desfeitas = table.Column<int>(type: "integer", nullable: false),
                    mantidas = table.Column<int>(type: "integer", nullable: false),
                    desfeita_por_id = table.Column<Guid>(type: "uuid", nullable: true),
                    criada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: false),
                    terminada_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true),
                    linhas_apagadas_em = table.Column<DateTimeOffset>(type: "timestamp with time zone", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_importacoes", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_importacoes_estado", "estado in ('rascunho', 'analisando', 'analisada', 'importando', 'concluida', 'desfazendo', 'desfeita')");
                    table.CheckConstraint("ck_importacoes_origem", "origem in ('texto', 'csv', 'xlsx')");
                    table.CheckConstraint("ck_importacoes_repetida", "repetida in ('pular', 'completar', 'criar')");
                    table.ForeignKey(
                        name: "fk_importacoes_membros_organizacao_id_usuario_id",
                        columns: x => new { x.organizacao_id, x.usuario_id },
                        principalTable: "membros",
                        principalColumns: new[] { "organizacao_id", "usuario_id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_importacoes_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateTable(
                name: "linhas_da_importacao",
                columns: table => new
                {
                    organizacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    id = table.Column<Guid>(type: "uuid", nullable: false),
                    importacao_id = table.Column<Guid>(type: "uuid", nullable: false),
                    numero = table.Column<int>(type: "integer", nullable: false),
                    celulas = table.Column<string[]>(type: "text[]", nullable: false),
                    destino = table.Column<string>(type: "character varying(40)", maxLength: 40, nullable: false),
                    motivo = table.Column<string>(type: "character varying(1000)", maxLength: 1000, nullable: true),
                    contato_id = table.Column<Guid>(type: "uuid", nullable: true),
                    versao_do_contato = table.Column<long>(type: "bigint", nullable: true)
                },
                constraints: table =>
                {
                    table.PrimaryKey("pk_linhas_da_importacao", x => new { x.organizacao_id, x.id });
                    table.CheckConstraint("ck_linhas_da_importacao_destino", "destino in ('pendente', 'nova', 'repetida', 'recusada', 'criada', 'completada', 'pulada', 'desfeita', 'mantida')");
                    table.ForeignKey(
                        name: "fk_linhas_da_importacao_importacoes_organizacao_id_importacao_",
                        columns: x => new { x.organizacao_id, x.importacao_id },
                        principalTable: "importacoes",
                        principalColumns: new[] { "organizacao_id", "id" },
                        onDelete: ReferentialAction.Restrict);
                    table.ForeignKey(
                        name: "fk_linhas_da_importacao_organizacoes_organizacao_id",
                        column: x => x.organizacao_id,
                        principalTable: "organizacoes",
                        principalColumn: "id",
                        onDelete: ReferentialAction.Restrict);
                });

            migrationBuilder.CreateIndex(
                name: "ix_contatos_organizacao_id_email_minusculo",
                table: "contatos",
                columns: new[] { "organizacao_id", "email_minusculo" });

            migrationBuilder.CreateIndex(
                name: "ix_importacoes_organizacao_id_criada_em_id",
                table: "importacoes",
                columns: new[] { "organizacao_id", "criada_em", "id" });

            migrationBuilder.CreateIndex(
                name: "ix_importacoes_organizacao_id_usuario_id",
                table: "importacoes",
                columns: new[] { "organizacao_id", "usuario_id" });

            migrationBuilder.CreateIndex(
                name: "ix_linhas_da_importacao_organizacao_id_importacao_id_contato_id",
                table: "linhas_da_importacao",
                columns: new[] { "organizacao_id", "importacao_id", "contato_id" });

            migrationBuilder.CreateIndex(
                name: "ix_linhas_da_importacao_organizacao_id_importacao_id_destino_n",
                table: "linhas_da_importacao",
                columns: new[] { "organizacao_id", "importacao_id", "destino", "numero" });

            migrationBuilder.CreateIndex(
                name: "ix_linhas_da_importacao_organizacao_id_importacao_id_numero",
                table: "linhas_da_importacao",
                columns: new[] { "organizacao_id", "importacao_id", "numero" },
                unique: true);

            migrationBuilder.IsolarPorOrganizacao("importacoes");
            migrationBuilder.IsolarPorOrganizacao("linhas_da_importacao");
            migrationBuilder.Conceder("crm_app", "select, insert, update, delete", "importacoes", "linhas_da_importacao");
        }

        protected override void Down(MigrationBuilder migrationBuilder)
        {
            migrationBuilder.DropTable(
                name: "linhas_da_importacao");

            migrationBuilder.DropTable(
                name: "importacoes");

            migrationBuilder.DropIndex(
                name: "ix_contatos_organizacao_id_email_minusculo",
                table: "contatos");

            migrationBuilder.DropColumn(
                name: "email_minusculo",
                table: "contatos");
        }
    }
}
